// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.function.Predicate;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.ui.topology.model.FreeName;

/** Adds a module and places it on a node; it gets a free name, and a source of that name that is not somebody's file already. */
public final class AddModuleCommand extends AddCommand {

    private final Topology topology;
    private final Module module;
    private final Node node;
    private final String extension;
    private final Predicate<String> exists;

    /**
     * @param extension of the source file, with the dot
     * @param exists whether there is a file, named from the folder of the topology
     */
    public AddModuleCommand(Topology topology, Module module, Node node, String extension, Predicate<String> exists) {
        super("Add Module");
        this.topology = topology;
        this.module = module;
        this.node = node;
        this.extension = extension;
        this.exists = exists;
    }

    @Override
    void prepare() {
        if (module.getName() == null) {
            module.setName(FreeName.in(topology, "module", name -> exists.test(sourceOf(name))));
            module.setSource(sourceOf(module.getName()));
        }
        Placement placement = TopologyFactory.eINSTANCE.createPlacement();
        placement.setModule(module);
        placement.setNode(node);
        add(topology.getModules(), module);
        add(topology.getPlacements(), placement);
    }

    private String sourceOf(String name) {
        return "modules/" + name + extension;
    }
}
