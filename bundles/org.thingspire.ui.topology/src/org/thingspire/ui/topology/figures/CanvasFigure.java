// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.swt.SWT;

/** What the nodes lie on. As long as there are none, it says how to begin. */
public final class CanvasFigure extends FreeformLayer {

    private static final String[] HINT = {"No nodes yet", "Drag a board from the palette to here, then modules onto it."};

    private static final int INDENT = 60;

    private final Theme theme;

    public CanvasFigure(Theme theme) {
        this.theme = theme;
        setOpaque(true);
        setBackgroundColor(theme.canvas());
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        super.paintFigure(graphics);
        if (!getChildren().isEmpty()) {
            return;
        }
        graphics.setTextAntialias(SWT.ON);
        Point at = new Point(INDENT, INDENT);
        graphics.setFont(theme.bold());
        graphics.setForegroundColor(theme.text());
        graphics.drawText(HINT[0], at);
        graphics.setFont(theme.font());
        graphics.setForegroundColor(theme.muted());
        graphics.drawText(HINT[1], at.getTranslated(0, 26));
    }
}
