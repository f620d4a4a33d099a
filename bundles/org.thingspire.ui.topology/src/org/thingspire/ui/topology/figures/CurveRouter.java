// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;

/** Wires leave and enter ports horizontally, in one curve (a cubic Bézier curve, drawn as a polyline). */
public final class CurveRouter extends AbstractRouter {

    /** Points have whole pixels: the closer they are, the rougher the line. */
    private static final int STEP_LENGTH = 9;
    private static final int MIN_STEPS = 8;
    private static final int MIN_BEND = 36;
    private static final int MAX_SIDE_BEND = 56;

    @Override
    public void route(Connection wire) {
        Point start = wire.getSourceAnchor().getLocation(wire.getTargetAnchor().getReferencePoint());
        Point end = wire.getTargetAnchor().getLocation(wire.getSourceAnchor().getReferencePoint());
        wire.translateToRelative(start);
        wire.translateToRelative(end);
        int from = direction(wire.getSourceAnchor(), end.x - start.x);
        int to = direction(wire.getTargetAnchor(), start.x - end.x);
        int bend = bend(start, end, from == to);
        int steps = Math.max(MIN_STEPS, (Math.abs(end.x - start.x) + Math.abs(end.y - start.y)) / STEP_LENGTH);
        PointList points = new PointList();
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            points.addPoint(at(t, start.x, start.x + from * bend, end.x + to * bend, end.x), at(t, start.y, start.y, end.y, end.y));
        }
        wire.setPoints(points);
    }

    private static int direction(Object anchor, int toPeer) {
        if (anchor instanceof PortAnchor port) {
            return port.isLeft() ? -1 : 1;
        }
        return toPeer < 0 ? -1 : 1;
    }

    private static int bend(Point start, Point end, boolean onOneSide) {
        if (onOneSide) {
            return Math.min(MAX_SIDE_BEND, 20 + Math.abs(end.y - start.y) / 6);
        }
        return Math.max(MIN_BEND, Math.abs(end.x - start.x) / 2);
    }

    private static int at(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return (int) Math.round(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d);
    }
}
