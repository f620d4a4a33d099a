// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.Optional;
import java.util.function.Predicate;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.ui.topology.model.FreeName;

/** Adds a module, on a node if there is one where it was dropped; it gets a free name, and a source of that name that is not somebody's file already. */
public final class AddModuleCommand extends AddCommand {

    private final Topology topology;
    private final Module module;
    private final Optional<Node> node;
    private final String extension;
    private final Predicate<String> exists;

    /**
     * @param node empty: the module waits to be placed
     * @param extension of the source file, with the dot
     * @param exists whether there is a file, named from the folder of the topology
     */
    public AddModuleCommand(Topology topology, Module module, Optional<Node> node, String extension, Predicate<String> exists) {
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
        add(topology.getModules(), module);
        node.ifPresent(on -> add(topology.getPlacements(), placementOn(on)));
    }

    private Placement placementOn(Node on) {
        Placement placement = TopologyFactory.eINSTANCE.createPlacement();
        placement.setModule(module);
        placement.setNode(on);
        return placement;
    }

    private String sourceOf(String name) {
        return "modules/" + name + extension;
    }
}
