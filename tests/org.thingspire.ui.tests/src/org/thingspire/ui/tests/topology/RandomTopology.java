// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import java.util.List;
import java.util.Random;

import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.Wire;

/** Topologies in which anything is wired to anything, with few interfaces, so that ports have many wires. */
final class RandomTopology {

    private static final TopologyFactory FACTORY = TopologyFactory.eINSTANCE;
    private static final int MAX_NODES = 6;
    private static final int MAX_MODULES = 12;
    private static final int MAX_WIRES = 24;
    private static final int INTERFACES = 3;
    private static final int CANVAS = 1500;

    private final Random random;
    private final Topology topology = FACTORY.createTopology();

    RandomTopology(Random random) {
        this.random = random;
        topology.setName("random");
        for (int i = random.nextInt(1, MAX_NODES + 1); i > 0; i--) {
            topology.getNodes().add(node());
        }
        for (int i = random.nextInt(1, MAX_MODULES + 1); i > 0; i--) {
            Module module = named(FACTORY.createModule(), "m");
            module.setSource("modules/" + module.getName() + ".c");
            topology.getModules().add(module);
            place(module);
        }
        for (int i = random.nextInt(MAX_WIRES + 1); i > 0; i--) {
            addWire();
        }
        for (int i = random.nextInt(topology.getNodes().size()); i > 0; i--) {
            Link link = named(FACTORY.createLink(), "l");
            link.setA(any(topology.getNodes()));
            link.setB(any(topology.getNodes()));
            topology.getLinks().add(link);
        }
        Task task = named(FACTORY.createTask(), "t");
        task.setModule(any(topology.getModules()));
        task.setFunction(interfaceName() + "#run");
        topology.getTasks().add(task);
    }

    Topology topology() {
        return topology;
    }

    /** One step of somebody who edits: a module to another node, a node to another place, or one more wire. */
    void change() {
        switch (random.nextInt(3)) {
            case 0 -> place(any(topology.getModules()));
            case 1 -> put(any(topology.getNodes()));
            default -> addWire();
        }
    }

    private Node node() {
        Node node = named(FACTORY.createNode(), "n");
        node.setKind(NodeKind.values()[random.nextInt(NodeKind.values().length)]);
        node.setBoard("mps2-an385");
        if (random.nextBoolean()) {
            put(node);
        }
        return node;
    }

    /** Also over others, or almost out of the world. */
    private void put(Node node) {
        int range = random.nextInt(20) == 0 ? Integer.MAX_VALUE : CANVAS;
        DiagramLayout layout = new DiagramLayout(topology);
        Bounds bounds = layout.boundsOf(node).orElseGet(() -> {
            Bounds added = FACTORY.createBounds();
            added.setOf(node);
            layout.bounds().add(added);
            return added;
        });
        bounds.setX(random.nextInt(-range / 4, range));
        bounds.setY(random.nextInt(-range / 4, range));
        bounds.setWidth(random.nextInt(range));
    }

    /** One module in eight is on no node. */
    private void place(Module module) {
        topology.getPlacements().removeIf(placement -> placement.getModule() == module);
        if (random.nextInt(8) > 0) {
            Placement placement = FACTORY.createPlacement();
            placement.setModule(module);
            placement.setNode(any(topology.getNodes()));
            topology.getPlacements().add(placement);
        }
    }

    private void addWire() {
        Wire wire = FACTORY.createWire();
        wire.setFrom(any(topology.getModules()));
        wire.setTo(any(topology.getModules()));
        wire.setInterface(interfaceName());
        topology.getWires().add(wire);
    }

    private String interfaceName() {
        return "random:app/i" + random.nextInt(INTERFACES);
    }

    private <T extends NamedElement> T named(T element, String stem) {
        int count = topology.getNodes().size() + topology.getModules().size() + topology.getLinks().size();
        element.setName(stem + "x".repeat(random.nextInt(30)) + count);
        return element;
    }

    private <T> T any(List<T> elements) {
        return elements.get(random.nextInt(elements.size()));
    }
}
