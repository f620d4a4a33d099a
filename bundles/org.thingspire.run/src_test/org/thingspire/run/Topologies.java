// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Sensor;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.Transport;

/** Makes the topologies of the tests: nodes {@code controller} and {@code gateway}, joined by the link {@code serial}. */
final class Topologies {

    private Topologies() {
    }

    static TopologyFile controllerAndGateway(Path folder) {
        TopologyFactory factory = TopologyFactory.eINSTANCE;
        Topology topology = factory.createTopology();
        Node controller = factory.createNode();
        controller.setName("controller");
        Node gateway = factory.createNode();
        gateway.setName("gateway");
        topology.getNodes().add(controller);
        topology.getNodes().add(gateway);
        Link serial = factory.createLink();
        serial.setName("serial");
        serial.setA(gateway);
        serial.setB(controller);
        serial.setTransport(Transport.UART);
        topology.getLinks().add(serial);
        return TopologyFile.unsaved(folder.resolve("test.topology"), topology);
    }

    /** Gives {@code controller} a sensor on a channel, with a recording. */
    static void addSensor(TopologyFile file, int channel, String recording) throws IOException {
        Sensor sensor = TopologyFactory.eINSTANCE.createSensor();
        sensor.setName("sensor-" + channel);
        sensor.setChannel(channel);
        sensor.setReplay("sensor-" + channel + ".csv");
        file.topology().getNodes().getFirst().getSensors().add(sensor);
        Files.writeString(file.resolve(sensor.getReplay()), "seconds,value\n" + recording);
    }
}
