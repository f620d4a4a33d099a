// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.commands.Thermostat;
import org.thingspire.ui.topology.model.PortSides.Place;

/** The controller is left of the gateway, and that left of the island; modules of one node are below each other. */
class PortSidesTest {

    private static final Map<String, Integer> LEFT_EDGES = Map.of("controller", 0, "gateway", 300, "island", 600);
    private static final int WIDTH = 200;

    private final Thermostat thermostat = Thermostat.create();
    private final Module control = thermostat.module("control");
    private final Module history = thermostat.module("history");
    private final Module probe = thermostat.module("probe");

    private boolean isLeft(Port port) {
        Deployment deployment = new Deployment(thermostat.topology());
        Map<Module, Place> places = thermostat.topology().getPlacements().stream().collect(Collectors.toMap(placement -> placement.getModule(),
                placement -> place(deployment.nodeOf(placement.getModule()).orElseThrow().getName())));
        return PortSides.left(thermostat.topology(), places).test(port);
    }

    private static Place place(String node) {
        int left = LEFT_EDGES.get(node);
        return new Place(node, left, left + WIDTH, 0);
    }

    private Wire wire(Module from, Module to) {
        return thermostat.topology().getWires().stream().filter(wire -> wire.getFrom() == from && wire.getTo() == to).findFirst().orElseThrow();
    }

    private Module addCaller(String name, String node) {
        Module caller = TopologyFactory.eINSTANCE.createModule();
        caller.setName(name);
        thermostat.topology().getModules().add(caller);
        var placement = TopologyFactory.eINSTANCE.createPlacement();
        placement.setModule(caller);
        placement.setNode(thermostat.node(node));
        thermostat.topology().getPlacements().add(placement);
        Wire wire = TopologyFactory.eINSTANCE.createWire();
        wire.setFrom(caller);
        wire.setTo(history);
        wire.setInterface(wire(control, history).getInterface());
        thermostat.topology().getWires().add(wire);
        return caller;
    }

    @Test
    void portsFaceEachOther() {
        assertThat(isLeft(Port.fromOf(wire(control, history)))).isFalse();
        assertThat(isLeft(Port.toOf(wire(control, history)))).isTrue();
    }

    @Test
    void whatIsAboveOrBelowIsReachedOnTheRight() {
        assertThat(isLeft(Port.fromOf(wire(control, probe)))).isFalse();
        assertThat(isLeft(Port.toOf(wire(control, probe)))).isFalse();
    }

    @Test
    void aPortThatOnlyATaskKnowsIsOnTheLeft() {
        assertThat(isLeft(new Port(control, Port.Direction.EXPORT, "thermostat:climate/control"))).isTrue();
    }

    @Test
    void anExportWithACallerOnEachSideIsOnTheLeft() {
        Module filter = addCaller("filter", "gateway");

        assertThat(isLeft(Port.toOf(wire(control, history)))).isTrue();
        assertThat(isLeft(Port.fromOf(wire(filter, history)))).as("a caller in the same column is on the same edge").isTrue();
    }

    @Test
    void mostCallersDecide() {
        addCaller("filter", "gateway");
        Module distant = addCaller("distant", "island");

        assertThat(isLeft(Port.toOf(wire(control, history)))).isFalse();
        assertThat(isLeft(Port.fromOf(wire(distant, history)))).isTrue();
    }
}
