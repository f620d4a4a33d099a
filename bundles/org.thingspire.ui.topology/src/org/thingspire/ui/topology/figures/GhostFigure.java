// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;

/** What follows the mouse while something is dragged. */
public final class GhostFigure extends Figure {

    private static final int FILL_ALPHA = 60;

    private final Theme theme;

    public GhostFigure(Theme theme) {
        this.theme = theme;
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        Rectangle box = getBounds().getCopy().shrink(1, 1);
        graphics.setBackgroundColor(theme.selection());
        graphics.setAlpha(FILL_ALPHA);
        graphics.fillRoundRectangle(box, 10, 10);
        graphics.setAlpha(255);
        graphics.setForegroundColor(theme.selection());
        graphics.drawRoundRectangle(box, 10, 10);
    }
}
