// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;

/** The place for modules that are on no node: a dashed box, because no machine is behind it. */
public final class TrayFigure extends Figure {

    private final Theme theme;
    private final ModuleArea modules;

    public TrayFigure(Theme theme) {
        this.theme = theme;
        modules = new ModuleArea(theme, "");
        Label title = new Label("Not placed: drag to a node");
        title.setFont(theme.bold());
        title.setForegroundColor(theme.bad());
        title.setLabelAlignment(PositionConstants.LEFT);
        title.setBorder(new MarginBorder(10, 14, 4, 14));
        Figure nothing = new Figure();
        setLayoutManager(new NodeLayout(title, modules, nothing));
        add(title);
        add(modules);
        add(nothing);
    }

    public ModuleArea modules() {
        return modules;
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        Rectangle box = getBounds().getCopy().shrink(1, 1);
        graphics.setForegroundColor(theme.bad());
        graphics.setLineStyle(Graphics.LINE_DASH);
        graphics.drawRoundRectangle(box, 12, 12);
    }
}
