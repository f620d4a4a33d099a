// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import org.eclipse.draw2d.AbstractLayout;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;

/** Head above, foot below, and what is between takes the rest; all as wide as the node. */
final class NodeLayout extends AbstractLayout {

    private static final int MIN_WIDTH = 190;

    private final IFigure head;
    private final IFigure body;
    private final IFigure foot;

    NodeLayout(IFigure head, IFigure body, IFigure foot) {
        this.head = head;
        this.body = body;
        this.foot = foot;
    }

    @Override
    protected Dimension calculatePreferredSize(IFigure node, int widthHint, int heightHint) {
        int inner = widthHint < 0 ? -1 : widthHint - node.getInsets().getWidth();
        Dimension middle = body.getPreferredSize(inner, -1);
        Dimension top = head.getPreferredSize(-1, -1);
        Dimension bottom = foot.getPreferredSize(-1, -1);
        int width = Math.max(Math.max(middle.width, MIN_WIDTH), Math.max(top.width, bottom.width));
        return new Dimension(width + node.getInsets().getWidth(),
                top.height + middle.height + bottom.height + node.getInsets().getHeight());
    }

    @Override
    public void layout(IFigure node) {
        Rectangle area = node.getClientArea();
        int top = head.getPreferredSize(area.width, -1).height;
        int bottom = foot.getPreferredSize(area.width, -1).height;
        head.setBounds(new Rectangle(area.x, area.y, area.width, top));
        body.setBounds(new Rectangle(area.x, area.y + top, area.width, Math.max(0, area.height - top - bottom)));
        foot.setBounds(new Rectangle(area.x, area.y + area.height - bottom, area.width, bottom));
    }
}
