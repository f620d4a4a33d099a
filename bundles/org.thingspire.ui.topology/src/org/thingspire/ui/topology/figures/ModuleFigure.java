// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.draw2d.AbstractLayout;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.thingspire.ui.topology.model.Port;

/** A module: a card with its name, a line about it, and its ports on the left and right edge. */
public final class ModuleFigure extends Figure {

    private static final int MIN_WIDTH = 150;
    private static final int PADDING = 10;
    private static final int LINE_GAP = 2;
    private static final int PORT_DISTANCE = 16;

    private final Theme theme;
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Map<Port, PortFigure> ports = new LinkedHashMap<>();
    private boolean selected;
    private boolean isTarget;

    public ModuleFigure(Theme theme) {
        this.theme = theme;
        name.setFont(theme.bold());
        name.setForegroundColor(theme.text());
        name.setLabelAlignment(PositionConstants.LEFT);
        detail.setFont(theme.small());
        detail.setForegroundColor(theme.muted());
        detail.setLabelAlignment(PositionConstants.LEFT);
        setLayoutManager(new CardLayout());
        add(name);
        add(detail);
    }

    /** The name, where it is edited. */
    public Label name() {
        return name;
    }

    public void show(String moduleName, String detailText) {
        name.setText(moduleName);
        detail.setText(detailText);
    }

    public void showPorts(Collection<Port> known) {
        if (List.copyOf(ports.keySet()).equals(List.copyOf(known))) {
            return;
        }
        Map<Port, PortFigure> old = new LinkedHashMap<>(ports);
        ports.clear();
        old.values().forEach(this::remove);
        for (Port port : known) {
            PortFigure figure = Optional.ofNullable(old.get(port)).orElseGet(() -> new PortFigure(theme, port));
            ports.put(port, figure);
            add(figure);
        }
        revalidate();
    }

    /**
     * Puts ports on their edges. Asks for no layout: this is part of one.
     *
     * @param isLeft whether a port goes to the left edge
     * @return whether a port has changed edges
     */
    public boolean turnPorts(Predicate<Port> isLeft) {
        boolean turned = false;
        for (PortFigure figure : ports.values()) {
            boolean left = isLeft.test(figure.port());
            turned |= figure.isLeft() != left;
            figure.setLeft(left);
        }
        return turned;
    }

    /** Empty if the port is not known, as while a wire is being drawn. */
    public Optional<PortFigure> port(Port port) {
        return Optional.ofNullable(ports.get(port));
    }

    public Collection<PortFigure> ports() {
        return ports.values();
    }

    /** The port under the mouse. */
    public Optional<Port> portAt(Point absolute) {
        Point point = absolute.getCopy();
        translateToRelative(point);
        return ports.values().stream().filter(figure -> figure.getBounds().getCopy().expand(3, 3).contains(point)).map(PortFigure::port)
                .findFirst();
    }

    public void setSelected(boolean isSelected) {
        selected = isSelected;
        repaint();
    }

    /** Whether a wire that is being drawn would end here. */
    public void setTarget(boolean isWireTarget) {
        isTarget = isWireTarget;
        repaint();
    }

    /** The card without the outer halves of the ports. */
    Rectangle card() {
        return getBounds().getCopy().shrink(PortFigure.SIZE / 2, 0);
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        Rectangle box = card();
        box.shrink(1, 1);
        graphics.setBackgroundColor(theme.card());
        graphics.fillRoundRectangle(box, 10, 10);
        boolean strong = selected || isTarget;
        graphics.setForegroundColor(strong ? theme.selection() : theme.outline());
        graphics.setLineWidth(strong ? 2 : 1);
        graphics.drawRoundRectangle(box, 10, 10);
    }

    /** Two lines of text; ports evenly along their side. */
    private final class CardLayout extends AbstractLayout {

        @Override
        protected Dimension calculatePreferredSize(IFigure card, int widthHint, int heightHint) {
            Dimension first = name.getPreferredSize();
            Dimension second = detail.getPreferredSize();
            int width = Math.max(first.width, second.width) + 2 * PADDING + PortFigure.SIZE * 2;
            int forPorts = (Math.max(count(true), count(false)) + 1) * PORT_DISTANCE;
            return new Dimension(Math.max(MIN_WIDTH, width),
                    Math.max(forPorts, first.height + LINE_GAP + second.height + 2 * PADDING - 4));
        }

        @Override
        public void layout(IFigure card) {
            Rectangle area = card();
            int first = name.getPreferredSize().height;
            int second = detail.getPreferredSize().height;
            int left = area.x + PADDING + 2;
            int y = area.y + (area.height - first - second - LINE_GAP) / 2;
            name.setBounds(new Rectangle(left, y, area.width - 2 * PADDING, first));
            detail.setBounds(new Rectangle(left, y + first + LINE_GAP, area.width - 2 * PADDING, second));
            place(true);
            place(false);
        }

        private void place(boolean isLeft) {
            Rectangle area = getBounds();
            int step = area.height / (count(isLeft) + 1);
            int y = area.y - PortFigure.SIZE / 2;
            for (PortFigure port : ports.values()) {
                if (port.isLeft() == isLeft) {
                    y += step;
                    int x = isLeft ? area.x : area.x + area.width - PortFigure.SIZE;
                    port.setBounds(new Rectangle(x, y, PortFigure.SIZE, PortFigure.SIZE));
                }
            }
        }

        private int count(boolean isLeft) {
            return (int) ports.values().stream().filter(port -> port.isLeft() == isLeft).count();
        }
    }
}
