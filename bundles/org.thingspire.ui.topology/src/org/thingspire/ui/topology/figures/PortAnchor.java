// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.AbstractConnectionAnchor;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/** Where a wire meets a port: the middle of its outer edge. */
public final class PortAnchor extends AbstractConnectionAnchor {

    private final PortFigure port;

    public PortAnchor(PortFigure port) {
        super(port);
        this.port = port;
    }

    /** Whether the wire leaves to the left. */
    boolean isLeft() {
        return port.isLeft();
    }

    @Override
    public Point getLocation(Point reference) {
        Rectangle bounds = port.getBounds();
        Point place = new Point(port.isLeft() ? bounds.x : bounds.x + bounds.width - 1, bounds.y + bounds.height / 2);
        port.translateToAbsolute(place);
        return place;
    }
}
