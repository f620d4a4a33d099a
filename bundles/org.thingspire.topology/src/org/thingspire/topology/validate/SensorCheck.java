// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.HashMap;
import java.util.Map;

import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.UserException;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Sensor;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.sensor.SensorRecording;

/** Sensors have a channel of their own, and their recordings can be replayed. */
final class SensorCheck implements Check {

    @Override
    public void run(TopologyFile file, Findings findings) {
        for (Node node : file.topology().getNodes()) {
            Map<Integer, Sensor> channels = new HashMap<>();
            for (Sensor sensor : node.getSensors()) {
                if (sensor.isSetChannel()) {
                    checkChannel(sensor, channels, findings);
                }
                if (sensor.getReplay() != null) {
                    checkRecording(file, sensor, findings);
                }
            }
        }
    }

    private static void checkChannel(Sensor sensor, Map<Integer, Sensor> channels, Findings findings) {
        Sensor other = channels.putIfAbsent(sensor.getChannel(), sensor);
        if (other != null) {
            findings.error(sensor, Literals.SENSOR__CHANNEL,
                    Labels.of(sensor) + " has channel " + sensor.getChannel() + ", which " + Labels.of(other) + " has already",
                    "Give each sensor of a node a channel of its own.");
        }
        if (sensor.getChannel() < 0) {
            findings.error(sensor, Literals.SENSOR__CHANNEL, Labels.of(sensor) + " has channel " + sensor.getChannel(), "Use 0 or more.");
        }
    }

    private static void checkRecording(TopologyFile file, Sensor sensor, Findings findings) {
        try {
            SensorRecording.read(file.resolve(sensor.getReplay()));
        } catch (UserException e) {
            findings.addAll(e.problems());
        }
    }
}
