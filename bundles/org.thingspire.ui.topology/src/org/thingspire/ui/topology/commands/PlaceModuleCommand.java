// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.eclipse.gef.commands.Command;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

/** Moves a module to a node: one attribute of its placement. A module without placement gets one. */
public final class PlaceModuleCommand extends Command {

    private final Topology topology;
    private final Module module;
    private final Node node;
    private Placement placement;
    private Node oldNode;

    public PlaceModuleCommand(Topology topology, Module module, Node node) {
        super("Move Module");
        this.topology = topology;
        this.module = module;
        this.node = node;
    }

    @Override
    public boolean canExecute() {
        return new Deployment(topology).nodeOf(module).filter(current -> current == node).isEmpty();
    }

    @Override
    public void execute() {
        placement = new Deployment(topology).placementOf(module).orElseGet(this::newPlacement);
        oldNode = placement.getNode();
        redo();
    }

    @Override
    public void redo() {
        placement.setNode(node);
        if (oldNode == null) {
            topology.getPlacements().add(placement);
        }
    }

    @Override
    public void undo() {
        if (oldNode == null) {
            topology.getPlacements().remove(placement);
        }
        placement.setNode(oldNode);
    }

    private Placement newPlacement() {
        Placement created = TopologyFactory.eINSTANCE.createPlacement();
        created.setModule(module);
        return created;
    }
}
