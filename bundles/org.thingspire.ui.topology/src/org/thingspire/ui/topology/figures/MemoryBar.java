// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;

/** How much of a node's RAM the budgets of its modules take. */
final class MemoryBar extends Figure {

    private static final int HEIGHT = 4;

    private final Theme theme;
    private Color color;
    private double share = -1;

    MemoryBar(Theme theme) {
        this.theme = theme;
        this.color = theme.outline();
    }

    void setColor(Color color) {
        this.color = color;
        repaint();
    }

    /** @param share from 0 to 1, above 1 if it is too much, negative if there is no limit */
    void setShare(double share) {
        this.share = share;
        repaint();
    }

    @Override
    public Dimension getPreferredSize(int widthHint, int heightHint) {
        return new Dimension(Math.max(widthHint, 80), HEIGHT);
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        if (share < 0) {
            return;
        }
        graphics.setAntialias(SWT.ON);
        Rectangle area = getBounds();
        graphics.setBackgroundColor(theme.outline());
        graphics.setAlpha(110);
        graphics.fillRoundRectangle(area, HEIGHT, HEIGHT);
        graphics.setAlpha(255);
        graphics.setBackgroundColor(share > 1 ? theme.bad() : color);
        int filled = share == 0 ? 0 : (int) Math.max(HEIGHT, Math.min(1, share) * area.width);
        graphics.fillRoundRectangle(new Rectangle(area.x, area.y, filled, area.height), HEIGHT, HEIGHT);
    }
}
