// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.HashMap;
import java.util.Map;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.UserException;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Sensor;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.sensor.SensorRecording;

/** Sensors have a channel of their own, and their recordings can be replayed. */
final class SensorCheck implements Check {

    private final BoardCatalog boards;

    SensorCheck(BoardCatalog boards) {
        this.boards = boards;
    }

    @Override
    public void run(TopologyFile file, Findings findings) {
        for (Node node : file.topology().getNodes()) {
            Map<Integer, Sensor> channels = new HashMap<>();
            for (Sensor sensor : node.getSensors()) {
                if (sensor.isSetChannel()) {
                    checkUnique(sensor, channels, findings);
                    boards.find(node.getBoard()).ifPresent(board -> checkRange(sensor, board, findings));
                }
                if (sensor.getReplay() != null) {
                    checkRecording(file, sensor, findings);
                }
            }
        }
    }

    private static void checkUnique(Sensor sensor, Map<Integer, Sensor> channels, Findings findings) {
        Sensor other = channels.putIfAbsent(sensor.getChannel(), sensor);
        if (other != null) {
            findings.error(sensor, Literals.SENSOR__CHANNEL,
                    Labels.of(sensor) + " has channel " + sensor.getChannel() + ", which " + Labels.of(other) + " has already",
                    "Give each sensor of a node a channel of its own.");
        }
    }

    private static void checkRange(Sensor sensor, Board board, Findings findings) {
        if (sensor.getChannel() < 0 || sensor.getChannel() >= board.sensorChannels()) {
            findings.error(sensor, Literals.SENSOR__CHANNEL, Labels.of(sensor) + " has channel " + sensor.getChannel()
                    + ", but the board " + board.name() + " has " + board.sensorChannels() + " channels",
                    board.sensorChannels() == 0
                            ? "Move the sensor to another node or take another board."
                            : "Use 0 to " + (board.sensorChannels() - 1) + ".");
        }
    }

    private static void checkRecording(TopologyFile file, Sensor sensor, Findings findings) {
        if (!new ProjectFile(file, sensor, Literals.SENSOR__REPLAY, sensor.getReplay()).isThere(findings)) {
            return;
        }
        try {
            SensorRecording.read(file.resolve(sensor.getReplay()));
        } catch (UserException e) {
            findings.addAll(e.problems());
        }
    }
}
