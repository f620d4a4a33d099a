// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;

/** Links are straight: level from head to head where nodes stand side by side, upright where one is above the other. */
final class LinkRouter extends AbstractRouter {

    /** From the upper edge of a node to the middle of its head. */
    private static final int HEAD = 40;

    @Override
    public void route(Connection link) {
        Point start = link.getSourceAnchor().getLocation(link.getTargetAnchor().getReferencePoint());
        Point end = link.getTargetAnchor().getLocation(link.getSourceAnchor().getReferencePoint());
        link.translateToRelative(start);
        link.translateToRelative(end);
        Rectangle from = box(link, link.getSourceAnchor());
        Rectangle to = box(link, link.getTargetAnchor());
        if (from != null && to != null) {
            straighten(start, end, from, to);
        }
        PointList points = new PointList();
        points.addPoint(start);
        points.addPoint(end);
        link.setPoints(points);
    }

    private static void straighten(Point start, Point end, Rectangle from, Rectangle to) {
        int y = Math.max(from.y, to.y) + HEAD;
        int left = Math.max(from.x, to.x);
        int right = Math.min(from.x + from.width, to.x + to.width);
        if (right > left) {
            boolean down = from.y < to.y;
            start.setLocation((left + right) / 2, down ? from.y + from.height : from.y);
            end.setLocation((left + right) / 2, down ? to.y : to.y + to.height);
        } else if (y < Math.min(from.y + from.height, to.y + to.height)) {
            boolean toRight = from.x < to.x;
            start.setLocation(toRight ? from.x + from.width : from.x, y);
            end.setLocation(toRight ? to.x : to.x + to.width, y);
        }
    }

    /** Null while the end follows the mouse. */
    private static Rectangle box(Connection link, ConnectionAnchor anchor) {
        if (anchor.getOwner() == null) {
            return null;
        }
        Rectangle bounds = anchor.getOwner().getBounds().getCopy();
        anchor.getOwner().translateToAbsolute(bounds);
        link.translateToRelative(bounds);
        return bounds;
    }
}
