// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

class DeploymentTest {

    @TempDir
    Path folder;
    private Topology topology;
    private Deployment deployment;
    private Module control;
    private Node controller;
    private Node gateway;

    @BeforeEach
    void readProject() throws IOException {
        topology = new ThermostatProject(folder).read().topology();
        deployment = new Deployment(topology);
        control = topology.getModules().get(1);
        controller = topology.getNodes().get(0);
        gateway = topology.getNodes().get(1);
    }

    @Test
    void followsAModuleToAnotherNode() {
        Wire toProbe = deployment.wireFrom(control, "thermostat:climate/probe").orElseThrow();
        Wire toHistory = deployment.wireFrom(control, "thermostat:climate/history").orElseThrow();
        assertThat(deployment.tasksOn(controller)).hasSize(1);
        assertThat(deployment.crossesNodes(toProbe)).isFalse();
        assertThat(deployment.crossesNodes(toHistory)).isTrue();

        deployment.placementOf(control).orElseThrow().setNode(gateway);

        assertThat(deployment.nodeOf(control)).contains(gateway);
        assertThat(deployment.placementsOn(gateway)).hasSize(2);
        assertThat(deployment.tasksOn(controller)).isEmpty();
        assertThat(deployment.tasksOn(gateway)).hasSize(1);
        assertThat(deployment.crossesNodes(toProbe)).isTrue();
        assertThat(deployment.crossesNodes(toHistory)).isFalse();
    }

    @Test
    void findsLinksFromBothEnds() {
        Link serial = topology.getLinks().get(0);

        assertThat(deployment.linkBetween(controller, gateway)).contains(serial);
        assertThat(deployment.linkBetween(gateway, controller)).contains(serial);
        assertThat(deployment.linkBetween(gateway, gateway)).isEmpty();
        assertThat(Deployment.peerOf(serial, gateway)).isSameAs(controller);
    }

    @Test
    void callsReachTheirOwnNodeAndThoseThatALinkJoinsItTo() {
        assertThat(deployment.isReachable(gateway, gateway)).isTrue();
        assertThat(deployment.isReachable(gateway, controller)).isTrue();

        topology.getLinks().clear();

        assertThat(deployment.isReachable(gateway, gateway)).isTrue();
        assertThat(deployment.isReachable(gateway, controller)).isFalse();
    }

    @Test
    void findsWiresOfBothEnds() {
        assertThat(deployment.wiresFrom(control)).hasSize(2);
        assertThat(deployment.wiresTo(control)).isEmpty();
        assertThat(deployment.wiresTo(topology.getModules().get(0))).hasSize(1);
        assertThat(deployment.wireFrom(control, "thermostat:climate/relay")).isEmpty();
    }
}
