// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.ui.topology.model.FreeName;

/** Adds a module and places it on a node; it gets a free name and a source file of that name. */
public final class AddModuleCommand extends AddCommand {

    private final Topology topology;
    private final Module module;
    private final Node node;
    private final String extension;

    /** @param extension of the source file, with the dot */
    public AddModuleCommand(Topology topology, Module module, Node node, String extension) {
        super("Add Module");
        this.topology = topology;
        this.module = module;
        this.node = node;
        this.extension = extension;
    }

    @Override
    void prepare() {
        if (module.getName() == null) {
            module.setName(FreeName.in(topology, "module"));
            module.setSource("modules/" + module.getName() + extension);
        }
        Placement placement = TopologyFactory.eINSTANCE.createPlacement();
        placement.setModule(module);
        placement.setNode(node);
        add(topology.getModules(), module);
        add(topology.getPlacements(), placement);
    }
}
