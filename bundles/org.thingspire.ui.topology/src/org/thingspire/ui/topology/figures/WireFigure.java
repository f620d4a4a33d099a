// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.ConnectionLocator;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.PolygonDecoration;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Display;

/** A wire. Within a node it is a plain line; one that needs a link is dashed, and red if there is none. */
public final class WireFigure extends PolylineConnection {

    /** What is between the two ends. */
    public enum Way {
        /** Both ends are on one node. */
        LOCAL,
        /** A link carries the calls. */
        LINKED,
        /** No link joins the nodes. */
        BROKEN
    }

    private final Theme theme;
    private final Label label = new Label();
    private Way way = Way.LOCAL;
    private boolean selected;

    public WireFigure(Theme theme) {
        this.theme = theme;
        PolygonDecoration arrow = new PolygonDecoration() {
            @Override
            public void paintFigure(Graphics graphics) {
                graphics.setAntialias(SWT.ON);
                super.paintFigure(graphics);
            }
        };
        arrow.setScale(7, 3.5);
        setTargetDecoration(arrow);
        label.setFont(theme.small());
        label.setOpaque(true);
        label.setBackgroundColor(theme.surface());
        add(label, new ConnectionLocator(this, ConnectionLocator.MIDDLE));
        setConnectionRouter(new CurveRouter());
        update();
    }

    /** @param text beside the wire; empty for none */
    public void show(Way newWay, String text, String toolTip) {
        way = newWay;
        label.setText(text);
        label.setVisible(!text.isEmpty());
        setToolTip(new Label(toolTip));
        update();
    }

    public void setSelected(boolean isSelected) {
        selected = isSelected;
        update();
    }

    private void update() {
        setForegroundColor(selected ? theme.selection() : switch (way) {
            case LOCAL -> theme.wire();
            case LINKED -> theme.remoteWire();
            case BROKEN -> theme.bad();
        });
        label.setForegroundColor(way == Way.BROKEN ? theme.bad() : theme.muted());
        setLineStyle(way == Way.LOCAL ? Graphics.LINE_SOLID : Graphics.LINE_DASH);
        setLineWidth(selected ? 3 : 2);
    }

    @Override
    public void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        super.paintFigure(graphics);
    }

    /** Without the corners that a line through whole pixels has on a screen of high resolution. GEF 3.2 can't zoom that. */
    @Override
    protected void outlineShape(Graphics graphics) {
        PointList points = getPoints();
        if (points.size() < 3 || !(graphics instanceof SWTGraphics)) {
            super.outlineShape(graphics);
            return;
        }
        Path curve = smooth(points);
        graphics.drawPath(curve);
        curve.dispose();
    }

    /** From middle to middle of the line's pieces in quadratic curves, whose control points are the line's corners. */
    private static Path smooth(PointList points) {
        Path curve = new Path(Display.getCurrent());
        Point first = points.getFirstPoint();
        Point last = points.getLastPoint();
        curve.moveTo(first.x, first.y);
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.getPoint(i);
            Point next = points.getPoint(i + 1);
            curve.quadTo(corner.x, corner.y, (corner.x + next.x) / 2f, (corner.y + next.y) / 2f);
        }
        curve.lineTo(last.x, last.y);
        return curve;
    }
}
