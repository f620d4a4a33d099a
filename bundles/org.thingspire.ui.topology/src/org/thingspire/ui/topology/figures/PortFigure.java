// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.thingspire.ui.topology.model.Port;

/** A port on the edge of a module: exports are filled, imports hollow. */
public final class PortFigure extends Figure {

    /** Odd, so that wires meet its middle. */
    static final int SIZE = 11;

    private final Theme theme;
    private final Port port;
    private boolean left;

    PortFigure(Theme theme, Port port) {
        this.theme = theme;
        this.port = port;
        this.left = port.isExport();
        setToolTip(new Label(port.text()));
    }

    public Port port() {
        return port;
    }

    public boolean isLeft() {
        return left;
    }

    /** Called by the card, which then lays out its ports anew. */
    void setLeft(boolean isLeft) {
        left = isLeft;
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        Rectangle circle = getBounds().getCopy().shrink(1, 1);
        graphics.setBackgroundColor(port.isExport() ? theme.wire() : theme.card());
        graphics.fillOval(circle);
        circle.resize(-1, -1);
        graphics.setForegroundColor(theme.wire());
        graphics.setLineWidth(2);
        graphics.drawOval(circle);
    }
}
