// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    private final Map<IFigure, Slot> slots = new HashMap<>();
    private final Runnable afterwards;

    /**
     * Where a node goes.
     *
     * @param column of the arrangement, from 0
     * @param location 0, 0: as arranged
     * @param size 0: as its content wants it
     */
    public record Slot(int column, Point location, Dimension size) {
    }

    /** @param afterwards runs when the nodes have their places, before what is inside them is laid out */
    public ArrangedLayout(Runnable afterwards) {
        this.afterwards = afterwards;
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
        int x = MARGIN;
        for (List<IFigure> column : columns.values()) {
            x += layoutColumn(column, x) + COLUMN_GAP;
        }
        afterwards.run();
    }

    /** Returns the width of the column. */
    private int layoutColumn(List<IFigure> column, int x) {
        int y = MARGIN;
        int width = 0;
        for (IFigure figure : column) {
            Slot slot = slots.get(figure);
            Dimension size = sizeOf(figure, slot);
            boolean arranged = slot.location().x == 0 && slot.location().y == 0;
            Point place = arranged ? new Point(x, y) : slot.location();
            figure.setBounds(new Rectangle(place, size));
            y += size.height + ROW_GAP;
            width = Math.max(width, size.width);
        }
        return width;
    }

    /** Never smaller than the content: it would be cut off. */
    private static Dimension sizeOf(IFigure figure, Slot slot) {
        Dimension wanted = figure.getPreferredSize();
        return new Dimension(Math.max(wanted.width, slot.size().width), Math.max(wanted.height, slot.size().height));
    }
}
