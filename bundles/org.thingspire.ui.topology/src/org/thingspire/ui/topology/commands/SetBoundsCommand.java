// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.commands.Command;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

/** Moves or resizes a machine in the diagram; one that the diagram has arranged so far gets bounds of its own. */
public final class SetBoundsCommand extends Command {

    /** A node at 0, 0 is one that nobody has placed yet, so that none can be placed there. */
    private static final int LEAST = 8;

    private final DiagramLayout layout;
    private final Node node;
    private final Rectangle rectangle;
    private Bounds bounds;
    private Rectangle oldRectangle;

    /** @param size 0, 0: as large as the content */
    public SetBoundsCommand(Topology topology, Node node, Point location, Dimension size) {
        super("Move Node");
        this.layout = new DiagramLayout(topology);
        this.node = node;
        this.rectangle = at(location, size);
    }

    private static Rectangle at(Point location, Dimension size) {
        return new Rectangle(Math.max(LEAST, location.x), Math.max(LEAST, location.y), size.width, size.height);
    }

    /** The bounds of a node that is not in the topology yet: as large as its content. */
    static Bounds ofNew(Node node, Point location) {
        Bounds bounds = TopologyFactory.eINSTANCE.createBounds();
        bounds.setOf(node);
        set(bounds, at(location, new Dimension()));
        return bounds;
    }

    @Override
    public void execute() {
        bounds = layout.boundsOf(node).orElse(null);
        oldRectangle = bounds == null ? null : new Rectangle(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        if (bounds == null) {
            bounds = ofNew(node, rectangle.getLocation());
        }
        redo();
    }

    @Override
    public void redo() {
        set(bounds, rectangle);
        if (oldRectangle == null) {
            layout.bounds().add(bounds);
        }
    }

    @Override
    public void undo() {
        if (oldRectangle == null) {
            layout.bounds().remove(bounds);
        } else {
            set(bounds, oldRectangle);
        }
    }

    private static void set(Bounds bounds, Rectangle to) {
        bounds.setX(to.x);
        bounds.setY(to.y);
        bounds.setWidth(to.width);
        bounds.setHeight(to.height);
    }
}
