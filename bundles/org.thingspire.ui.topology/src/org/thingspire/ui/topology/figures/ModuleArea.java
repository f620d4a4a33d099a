// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;

/** The place for modules: in columns, or a word about what belongs there. */
public final class ModuleArea extends Figure {

    /** Wires between modules of one column run on the right of it. */
    private static final MarginBorder MARGIN = new MarginBorder(12, 12, 14, 36);
    private static final Dimension EMPTY = new Dimension(0, 44);

    private final Theme theme;
    private final String hint;
    private final ModuleColumns columns = new ModuleColumns();

    ModuleArea(Theme theme, String hint) {
        this.theme = theme;
        this.hint = hint;
        setLayoutManager(columns);
        setBorder(MARGIN);
    }

    /** In which column a module is shown. */
    public int columnOf(int index) {
        return columns.columnOf(this, index);
    }

    @Override
    public Dimension getPreferredSize(int widthHint, int heightHint) {
        return getChildren().isEmpty() ? EMPTY : super.getPreferredSize(widthHint, heightHint);
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        if (getChildren().isEmpty()) {
            graphics.setFont(theme.small());
            graphics.setForegroundColor(theme.muted());
            Rectangle area = getBounds();
            graphics.drawText(hint, area.x + 14, area.y + (area.height - graphics.getFontMetrics().getHeight()) / 2);
        }
    }
}
