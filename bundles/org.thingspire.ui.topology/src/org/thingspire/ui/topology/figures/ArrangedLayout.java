// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.eclipse.draw2d.FreeformLayout;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * Puts nodes where the model says; those that it says nothing about go into columns by kind, devices on the left. Each
 * node keeps its cell there when another is moved away, so that the others do not jump.
 */
public final class ArrangedLayout extends FreeformLayout {

    private static final int MARGIN = 40;
    private static final int COLUMN_GAP = 150;
    private static final int ROW_GAP = 48;
    /** A file may put a node anywhere; to draw a wire of a billion pixels takes for ever. */
    private static final int FARTHEST = 20_000;

    private final Map<IFigure, Slot> slots = new HashMap<>();
    private final Consumer<Map<IFigure, Span>> turnPorts;

    /**
     * Where a node goes.
     *
     * @param column of the arrangement, from 0
     * @param location 0, 0: as arranged
     * @param size 0: as its content wants it
     */
    public record Slot(int column, Point location, Dimension size) {

        public Slot {
            location = new Point(Math.clamp(location.x, -FARTHEST, FARTHEST), Math.clamp(location.y, -FARTHEST, FARTHEST));
            size = new Dimension(Math.clamp(size.width, 0, FARTHEST), Math.clamp(size.height, 0, FARTHEST));
        }
    }

    /**
     * What a node covers from left to right, in pixels. Depends on names and on the model, but not on where ports are.
     *
     * @param right the first pixel after it
     */
    public record Span(int left, int right) {
    }

    /** @param turnPorts puts ports on their edges once it is known what lies where from left to right; how high nodes are depends on that */
    public ArrangedLayout(Consumer<Map<IFigure, Span>> turnPorts) {
        this.turnPorts = turnPorts;
    }

    @Override
    public Object getConstraint(IFigure child) {
        return slots.get(child);
    }

    @Override
    public void setConstraint(IFigure child, Object constraint) {
        slots.put(child, (Slot) constraint);
    }

    @Override
    public void remove(IFigure child) {
        slots.remove(child);
        super.remove(child);
    }

    @Override
    protected Dimension calculatePreferredSize(IFigure parent, int widthHint, int heightHint) {
        Rectangle all = new Rectangle();
        parent.getChildren().forEach(child -> all.setBounds(all.getUnion(((IFigure) child).getBounds())));
        return all.getSize();
    }

    @Override
    public void layout(IFigure parent) {
        SortedMap<Integer, List<IFigure>> columns = new TreeMap<>();
        for (Object child : parent.getChildren()) {
            Slot slot = slots.get(child);
            if (slot != null) {
                columns.computeIfAbsent(slot.column(), column -> new ArrayList<>()).add((IFigure) child);
            }
        }
        Map<IFigure, Span> spans = new HashMap<>();
        int x = MARGIN;
        for (List<IFigure> column : columns.values()) {
            x += spread(column, x, spans) + COLUMN_GAP;
        }
        turnPorts.accept(spans);
        columns.values().forEach(column -> stack(column, spans));
    }

    /** From left to right. Returns the width of the column. */
    private int spread(List<IFigure> column, int x, Map<IFigure, Span> spans) {
        int widest = 0;
        for (IFigure figure : column) {
            Slot slot = slots.get(figure);
            int left = isArranged(slot) ? x : slot.location().x;
            int width = sizeOf(figure, slot).width;
            spans.put(figure, new Span(left, left + width));
            widest = Math.max(widest, width);
        }
        return widest;
    }

    /** From top to bottom. */
    private void stack(List<IFigure> column, Map<IFigure, Span> spans) {
        int y = MARGIN;
        for (IFigure figure : column) {
            Slot slot = slots.get(figure);
            Dimension size = sizeOf(figure, slot);
            figure.setBounds(new Rectangle(new Point(spans.get(figure).left(), isArranged(slot) ? y : slot.location().y), size));
            y += size.height + ROW_GAP;
        }
    }

    private static boolean isArranged(Slot slot) {
        return slot.location().x == 0 && slot.location().y == 0;
    }

    /** Never smaller than the content: it would be cut off. */
    private static Dimension sizeOf(IFigure figure, Slot slot) {
        Dimension wanted = figure.getPreferredSize();
        return new Dimension(Math.max(wanted.width, slot.size().width), Math.max(wanted.height, slot.size().height));
    }
}
