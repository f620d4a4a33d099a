// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** Broken, empty and large files. */
@UiTest
class UnusualFilesTest {

    private static final Path THERMOSTAT = RuntimeFiles.home().resolve("samples/thermostat");

    @TempDir
    private Path folder;

    private SampleProject project(Workbench workbench, String text) throws IOException {
        Files.writeString(folder.resolve("some.topology"), text);
        return workbench.project("some", folder);
    }

    @Test
    void aBrokenFileSaysWhatToDoAndComesBackWhenItIsRight(Workbench workbench) throws IOException {
        String right = Files.readString(THERMOSTAT.resolve("thermostat.topology"));
        SampleProject project = project(workbench, right.replace("node=\"gateway\"", "node=\"gatewy\"").replace("periodMs", "period"));
        TopologyDiagram diagram = workbench.openTopology(project);
        workbench.screenshot("broken");

        Files.writeString(project.topologyFile(), right);

        diagram.waitUntilOn("history", "gateway");
    }

    @Test
    void anEmptyTopologySaysHowToBegin(Workbench workbench) throws IOException {
        TopologyDiagram diagram = workbench.openTopology(project(workbench, "<topology:Topology xmi:version=\"2.0\""
                + " xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:topology=\"http://thingspire.org/topology/1\" name=\"new\"/>"));
        workbench.screenshot("empty");

        diagram.create("mps2-an385", diagram.at(120, 120));

        diagram.waitFor("device1");
    }

    @Test
    void aModuleWithCallersOnBothSidesIsShown(Workbench workbench) throws IOException {
        String right = Files.readString(THERMOSTAT.resolve("thermostat.topology"));
        SampleProject project = project(workbench, right.replace("</topology:Topology>", """
                  <modules name="filter" source="modules/filter.c"/>
                  <placements module="filter" node="gateway"/>
                  <wires from="filter" interface="thermostat:climate/history" to="history"/>
                </topology:Topology>
                """));

        TopologyDiagram diagram = workbench.openTopology(project);

        diagram.waitUntilOn("filter", "gateway");
        workbench.screenshot("callers-on-both-sides");
        diagram.drag("filter", "controller");
        diagram.waitUntilOn("filter", "controller");
    }

    @Test
    void twoHundredModulesStayUsable(Workbench workbench) throws IOException {
        TopologyDiagram diagram = workbench.openTopology(project(workbench, large(200, 4)));

        diagram.zoomOut(0.25);
        diagram.drag("m0", "n1");
        diagram.waitUntilOn("m0", "n1");
        diagram.undo();
        diagram.waitUntilOn("m0", "n0");
    }

    /** Modules in a chain, spread over nodes. */
    private static String large(int modules, int nodes) {
        StringBuilder text = new StringBuilder("<topology:Topology xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                + " xmlns:topology=\"http://thingspire.org/topology/1\" name=\"large\">\n");
        for (int i = 0; i < modules; i++) {
            text.append("  <modules name=\"m%d\" source=\"modules/m%d.c\"/>\n".formatted(i, i));
        }
        for (int i = 0; i < nodes; i++) {
            text.append("  <nodes name=\"n%d\" kind=\"%s\" board=\"%s\"/>\n".formatted(i, i % 2 == 0 ? "device" : "edge",
                    i % 2 == 0 ? "mps2-an385" : "linux-x86_64"));
        }
        text.append("  <links name=\"l\" a=\"n0\" b=\"n1\" transport=\"uart\"/>\n");
        for (int i = 0; i < modules; i++) {
            text.append("  <placements module=\"m%d\" node=\"n%d\" memory=\"8192\"/>\n".formatted(i, i * nodes / modules));
        }
        for (int i = 1; i < modules; i++) {
            text.append("  <wires from=\"m%d\" interface=\"large:app/m%d\" to=\"m%d\"/>\n".formatted(i - 1, i, i));
        }
        return text.append("</topology:Topology>\n").toString();
    }
}
