// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.ToolbarLayout;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.ui.topology.model.NodeMemory;

/** A machine: a box whose head says what it is and how full, with its modules below. Devices have pins, clouds round corners. */
public final class NodeFigure extends Figure {

    private static final int PIN_LENGTH = 5;
    private static final int PIN_WIDTH = 8;
    private static final int PIN_DISTANCE = 18;
    private static final int STATUS_GAP = 6;
    private static final String GOOD = "\u2713 ";
    private static final String BAD = "\u2717 ";

    private final Theme theme;
    private final Label title = new Label();
    private final Label board = new Label();
    private final Label memory = new Label();
    private final MemoryBar bar;
    private final Figure head = new Figure();
    private final Figure sensors = new Figure();
    private final ModuleArea modules;
    private NodeKind kind = NodeKind.DEVICE;
    private boolean selected;
    private Boolean fits;
    private NodeMemory atRest = new NodeMemory("", -1, false);

    public NodeFigure(Theme theme) {
        this.theme = theme;
        bar = new MemoryBar(theme);
        modules = new ModuleArea(theme, "Drop a module here");
        setLayoutManager(new NodeLayout(head, modules, sensors));
        setBorder(new MarginBorder(PIN_LENGTH, 1, PIN_LENGTH, 1));
        ToolbarLayout lines = new ToolbarLayout();
        lines.setSpacing(3);
        lines.setStretchMinorAxis(true);
        head.setLayoutManager(lines);
        head.setBorder(new MarginBorder(9, 14, 8, 14));
        title.setFont(theme.bold());
        title.setForegroundColor(theme.text());
        title.setLabelAlignment(PositionConstants.LEFT);
        title.setIconTextGap(7);
        head.add(title);
        head.add(muted(board));
        head.add(muted(memory));
        head.add(bar);
        ToolbarLayout sensorLines = new ToolbarLayout();
        sensorLines.setSpacing(2);
        sensors.setLayoutManager(sensorLines);
        add(head);
        add(modules);
        add(sensors);
    }

    private Label muted(Label label) {
        label.setFont(theme.small());
        label.setForegroundColor(theme.muted());
        label.setLabelAlignment(PositionConstants.LEFT);
        return label;
    }

    /** Where the figures of the modules go. */
    public ModuleArea modules() {
        return modules;
    }

    /** The name, where it is edited. */
    public Label title() {
        return title;
    }

    /** @param boardText the board, and what it has for a processor */
    public void show(NodeKind nodeKind, String name, String boardText) {
        kind = nodeKind;
        title.setText(name);
        title.setIcon(theme.icon(nodeKind.getLiteral()));
        board.setText(boardText);
        bar.setColor(theme.accent(nodeKind));
        repaint();
    }

    public void showMemory(NodeMemory state) {
        atRest = state;
        bar.setShare(state.share());
        if (fits == null) {
            showAtRest();
        }
    }

    private void showAtRest() {
        memory.setText((atRest.isBad() ? BAD : "") + atRest.text());
        memory.setForegroundColor(atRest.isBad() ? theme.bad() : theme.muted());
        memory.setFont(theme.small());
    }

    /** The sensors on this machine, by name. */
    public void showSensors(Iterable<String> names) {
        sensors.removeAll();
        for (String name : names) {
            Label label = muted(new Label(name, theme.icon("sensor")));
            label.setIconTextGap(STATUS_GAP);
            sensors.add(label);
        }
        sensors.setBorder(sensors.getChildren().isEmpty() ? null : new MarginBorder(0, 14, 10, 14));
    }

    /** While modules are dragged: whether they could be dropped here, and why. */
    public void showFit(boolean isGood, String text) {
        fits = isGood;
        memory.setText((isGood ? GOOD : BAD) + text);
        memory.setForegroundColor(isGood ? theme.good() : theme.bad());
        memory.setFont(theme.bold());
        repaint();
    }

    public void hideFit() {
        fits = null;
        showAtRest();
        repaint();
    }

    public void setSelected(boolean isSelected) {
        selected = isSelected;
        repaint();
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        Rectangle box = getBounds().getCopy().shrink(1, PIN_LENGTH);
        int corner = kind == NodeKind.CLOUD ? 36 : kind == NodeKind.EDGE ? 16 : 8;
        if (kind == NodeKind.DEVICE) {
            paintPins(graphics, box);
        }
        box.width--;
        box.height--;
        graphics.setBackgroundColor(theme.surface());
        graphics.fillRoundRectangle(box, corner, corner);
        paintHead(graphics, box, corner);
        graphics.setForegroundColor(fits == null ? selected ? theme.selection() : theme.accent(kind) : fits ? theme.good() : theme.bad());
        graphics.setLineWidth(selected || fits != null ? 2 : 1);
        graphics.drawRoundRectangle(box, corner, corner);
    }

    private void paintHead(Graphics graphics, Rectangle box, int corner) {
        int bottom = head.getBounds().y + head.getBounds().height;
        graphics.pushState();
        graphics.clipRect(new Rectangle(box.x, box.y, box.width + 1, bottom - box.y));
        graphics.setBackgroundColor(theme.tint(kind));
        graphics.fillRoundRectangle(box, corner, corner);
        graphics.popState();
        graphics.setAntialias(SWT.ON);
    }

    private void paintPins(Graphics graphics, Rectangle box) {
        graphics.setBackgroundColor(theme.accent(kind));
        int count = Math.max(1, (box.width - 2 * PIN_DISTANCE) / PIN_DISTANCE);
        int start = box.x + (box.width - (count - 1) * PIN_DISTANCE - PIN_WIDTH) / 2;
        for (int i = 0; i < count; i++) {
            int x = start + i * PIN_DISTANCE;
            graphics.fillRectangle(x, box.y - PIN_LENGTH, PIN_WIDTH, PIN_LENGTH + 1);
            graphics.fillRectangle(x, box.y + box.height - 1, PIN_WIDTH, PIN_LENGTH + 1);
        }
    }
}
