// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/** A small project in a temporary folder that is in order; each test breaks it in one place. */
public final class ThermostatProject {

    private static final String TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" \
            xmlns:topology="http://thingspire.org/topology/1" version="2" name="thermostat">
              <modules name="probe" source="modules/probe.c"/>
              <modules name="control" source="modules/control.c"/>
              <modules name="history" source="modules/history.c"/>
              <nodes name="controller" kind="device" board="small-board">
                <sensors name="temperature" channel="0" replay="data/room.csv"/>
              </nodes>
              <nodes name="gateway" kind="edge" board="server-board"/>
              <links name="serial" a="controller" b="gateway" transport="uart"/>
              <placements module="probe" node="controller" memory="8192"/>
              <placements module="control" node="controller" memory="8192"/>
              <placements module="history" node="gateway"/>
              <wires from="control" interface="thermostat:climate/probe" to="probe"/>
              <wires from="control" interface="thermostat:climate/history" to="history"/>
              <tasks name="tick" module="control" function="thermostat:climate/control#update" periodMs="100"/>
            </topology:Topology>
            """;

    private final Path folder;
    private String text = TEXT;

    public ThermostatProject(Path folder) throws IOException {
        this.folder = folder;
        for (String module : List.of("probe", "control", "history")) {
            write("modules/" + module + ".c", "");
        }
        write("data/room.csv", "seconds,value\n0,20.5\n");
        write("thermostat.topology", text);
    }

    public Path file() {
        return folder.resolve("thermostat.topology");
    }

    /** The text of the topology as it should be on disk now. */
    public String text() {
        return text;
    }

    /** Changes the first occurrence of some text in the topology; it must be there. */
    public ThermostatProject with(String old, String replacement) throws IOException {
        assertThat(text).contains(old);
        int start = text.indexOf(old);
        text = text.substring(0, start) + replacement + text.substring(start + old.length());
        write("thermostat.topology", text);
        return this;
    }

    public ThermostatProject write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    public ThermostatProject without(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }

    public TopologyFile read() {
        return TopologyReader.read(file());
    }

    /** What the reader says against the file, as the command line would print it, with paths relative to the project. */
    public List<String> readingProblems() {
        return printed(catchThrowableOfType(UserException.class, this::read).problems());
    }

    public List<String> printed(List<Problem> problems) {
        return problems.stream().map(problem -> problem.toString().replace(folder + "/", "")).toList();
    }
}
