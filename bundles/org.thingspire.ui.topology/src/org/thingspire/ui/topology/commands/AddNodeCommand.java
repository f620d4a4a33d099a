// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.eclipse.draw2d.geometry.Point;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.model.FreeName;

/** Adds a machine at a place in the diagram; it gets a free name if it has none. */
public final class AddNodeCommand extends AddCommand {

    private final Topology topology;
    private final Node node;
    private final Point location;

    public AddNodeCommand(Topology topology, Node node, Point location) {
        super("Add Node");
        this.topology = topology;
        this.node = node;
        this.location = location.getCopy();
    }

    @Override
    void prepare() {
        if (node.getName() == null) {
            node.setName(FreeName.in(topology, node.getKind().getLiteral()));
        }
        add(topology.getNodes(), node);
        add(new DiagramLayout(topology).bounds(), SetBoundsCommand.ofNew(node, location));
    }
}
