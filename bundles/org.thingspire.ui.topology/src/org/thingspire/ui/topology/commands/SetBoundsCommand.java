// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.commands.Command;
import org.thingspire.topology.model.Node;

/** Moves or resizes a machine in the diagram. */
public final class SetBoundsCommand extends Command {

    /** A node at 0, 0 is one that nobody has placed yet, so that none can be placed there. */
    private static final int LEAST = 8;

    private final Node node;
    private final Rectangle bounds;
    private Rectangle oldBounds;

    /** @param size 0, 0: as large as the content */
    public SetBoundsCommand(Node node, Point location, Dimension size) {
        super("Move Node");
        this.node = node;
        this.bounds = new Rectangle(Math.max(LEAST, location.x), Math.max(LEAST, location.y), size.width, size.height);
    }

    /** Sets the place of a node that is not in the topology yet. */
    static void place(Node node, Point location) {
        node.setX(Math.max(LEAST, location.x));
        node.setY(Math.max(LEAST, location.y));
    }

    @Override
    public void execute() {
        oldBounds = new Rectangle(node.getX(), node.getY(), node.getWidth(), node.getHeight());
        redo();
    }

    @Override
    public void redo() {
        set(bounds);
    }

    @Override
    public void undo() {
        set(oldBounds);
    }

    private void set(Rectangle to) {
        node.setX(to.x);
        node.setY(to.y);
        node.setWidth(to.width);
        node.setHeight(to.height);
    }
}
