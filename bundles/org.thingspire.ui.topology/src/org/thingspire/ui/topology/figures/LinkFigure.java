// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.MidpointLocator;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;

/** A link: a broad cable between two nodes with its name on it. */
public final class LinkFigure extends PolylineConnection {

    private static final int WIDTH = 8;

    private final Theme theme;
    private final Label label;

    public LinkFigure(Theme theme) {
        this.theme = theme;
        label = new Label() {
            @Override
            protected void paintFigure(Graphics graphics) {
                graphics.setAntialias(SWT.ON);
                Rectangle box = getBounds().getCopy().resize(-1, -1);
                graphics.setBackgroundColor(theme.canvas());
                graphics.fillRoundRectangle(box, 10, 10);
                graphics.setForegroundColor(theme.link());
                graphics.drawRoundRectangle(box, 10, 10);
                graphics.setForegroundColor(theme.muted());
                super.paintFigure(graphics);
            }
        };
        label.setFont(theme.small());
        label.setBorder(new MarginBorder(2, 8, 2, 8));
        add(label, new MidpointLocator(this, 0));
        setConnectionRouter(new LinkRouter());
        setLineWidth(WIDTH);
        setForegroundColor(theme.link());
    }

    /** The name, where it is edited. */
    public Label label() {
        return label;
    }

    public void show(String name, String transport) {
        label.setText(name + " \u00B7 " + transport);
    }

    public void setSelected(boolean isSelected) {
        setForegroundColor(isSelected ? theme.selection() : theme.link());
    }

    @Override
    public void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        graphics.setLineCap(SWT.CAP_ROUND);
        super.paintFigure(graphics);
    }
}
