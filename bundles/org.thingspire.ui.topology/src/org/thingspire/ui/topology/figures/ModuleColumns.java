// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import java.util.List;

import org.eclipse.draw2d.AbstractLayout;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;

/** Modules of one size, one below the other; more than fit well go into further columns. */
final class ModuleColumns extends AbstractLayout {

    private static final int GAP = 12;
    private static final int COLUMN_GAP = 56;
    private static final int ROWS = 8;

    int columnOf(IFigure area, int index) {
        return index / rows(area);
    }

    /** As high as wide, roughly, when there are many. */
    private static int rows(IFigure area) {
        return Math.max(ROWS, (int) Math.ceil(1.6 * Math.sqrt(area.getChildren().size())));
    }

    @Override
    protected Dimension calculatePreferredSize(IFigure area, int widthHint, int heightHint) {
        int count = area.getChildren().size();
        Dimension cell = cell(area);
        int rows = Math.min(count, rows(area));
        int columns = count == 0 ? 0 : columnOf(area, count - 1) + 1;
        return new Dimension(span(columns, cell.width, COLUMN_GAP) + area.getInsets().getWidth(),
                span(rows, cell.height, GAP) + area.getInsets().getHeight());
    }

    @Override
    public void layout(IFigure area) {
        Rectangle inner = area.getClientArea();
        Dimension cell = cell(area);
        List<?> children = area.getChildren();
        int columns = children.isEmpty() ? 0 : columnOf(area, children.size() - 1) + 1;
        // Modules use the room that a node was given, unless it becomes silly.
        int extra = columns == 0 ? 0 : (inner.width - span(columns, cell.width, COLUMN_GAP)) / columns;
        int width = Math.max(cell.width, Math.min(cell.width + extra, 2 * cell.width));
        for (int i = 0; i < children.size(); i++) {
            int row = i % rows(area);
            ((IFigure) children.get(i)).setBounds(new Rectangle(inner.x + columnOf(area, i) * (width + COLUMN_GAP),
                    inner.y + row * (cell.height + GAP), width, cell.height));
        }
    }

    private static int span(int count, int size, int gap) {
        return count == 0 ? 0 : count * (size + gap) - gap;
    }

    private static Dimension cell(IFigure area) {
        Dimension largest = new Dimension();
        for (Object child : area.getChildren()) {
            Dimension size = ((IFigure) child).getPreferredSize();
            largest.width = Math.max(largest.width, size.width);
            largest.height = Math.max(largest.height, size.height);
        }
        return largest;
    }
}
