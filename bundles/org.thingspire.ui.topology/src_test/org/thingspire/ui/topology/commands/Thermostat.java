// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.nio.file.Path;

import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.TopologyWriter;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;

/** A small application: probe and control on a device, history on a gateway. */
public record Thermostat(Topology topology) {

    public static final String TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:topology="http://thingspire.org/topology/1" version="2" name="thermostat">
              <modules name="probe" source="modules/probe.c"/>
              <modules name="control" source="modules/control.c"/>
              <modules name="history" source="modules/history.c"/>
              <nodes name="controller" kind="device" board="small"/>
              <nodes name="gateway" kind="edge" board="linux-x86_64"/>
              <nodes name="island" kind="edge" board="linux-x86_64"/>
              <links name="serial" a="controller" b="gateway" transport="uart"/>
              <placements module="probe" node="controller" memory="8192"/>
              <placements module="control" node="controller" memory="8192"/>
              <placements module="history" node="gateway" memory="16384"/>
              <wires from="control" interface="thermostat:climate/probe" to="probe"/>
              <wires from="control" interface="thermostat:climate/history" to="history"/>
              <tasks name="tick" module="control" function="thermostat:climate/control#update" periodMs="100"/>
            </topology:Topology>
            """;

    public static Thermostat create() {
        return new Thermostat(TopologyReader.parse(Path.of("thermostat.topology"), TEXT).topology());
    }

    /** The whole topology, to be compared. */
    public String text() {
        return TopologyWriter.toText(topology);
    }

    public Module module(String name) {
        return topology.getModules().stream().filter(module -> name.equals(module.getName())).findFirst().orElseThrow();
    }

    public Node node(String name) {
        return topology.getNodes().stream().filter(node -> name.equals(node.getName())).findFirst().orElseThrow();
    }

    public Link link() {
        return topology.getLinks().get(0);
    }
}
