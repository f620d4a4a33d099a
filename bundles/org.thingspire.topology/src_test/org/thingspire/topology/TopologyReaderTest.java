// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.problem.Position;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.Optimization;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Restart;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Transport;
import org.thingspire.topology.model.Wire;

class TopologyReaderTest {

    @TempDir
    Path folder;
    private ThermostatProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new ThermostatProject(folder);
    }

    @Test
    void readsElementsAndJoinsReferences() {
        Topology topology = project.read().topology();

        assertThat(topology.getName()).isEqualTo("thermostat");
        assertThat(topology.getModules()).extracting("name", "source").contains(tuple("probe", "modules/probe.c"));
        Node controller = topology.getNodes().get(0);
        assertThat(controller.getKind()).isEqualTo(NodeKind.DEVICE);
        assertThat(controller.getSensors().get(0).getReplay()).isEqualTo("data/room.csv");
        Link serial = topology.getLinks().get(0);
        assertThat(serial.getA()).isSameAs(controller);
        assertThat(serial.getTransport()).isEqualTo(Transport.UART);
        Wire wire = topology.getWires().get(1);
        assertThat(wire.getFrom()).isSameAs(topology.getModules().get(1));
        assertThat(wire.getTo()).isSameAs(topology.getModules().get(2));
        assertThat(topology.getTasks().get(0).getModule()).isSameAs(wire.getFrom());
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        Topology topology = project.read().topology();

        assertThat(topology.getLinks().get(0).getDeadlineMs()).isEqualTo(1000);
        assertThat(topology.getTasks().get(0).getPriority()).isEqualTo(10);
        Placement history = topology.getPlacements().get(2);
        assertThat(history.isSetMemory()).isFalse();
        assertThat(history.getOptimize()).isEqualTo(Optimization.O2);
        assertThat(history.getRestart()).isEqualTo(Restart.NEVER);
    }

    @Test
    void referencesMayPointForward() throws IOException {
        String wire = "  <wires from=\"control\" interface=\"thermostat:climate/probe\" to=\"probe\"/>\n";
        project.with(wire, "").with("  <modules name=\"probe\"", wire + "  <modules name=\"probe\"");

        assertThat(project.read().topology().getWires().get(0).getTo().getName()).isEqualTo("probe");
    }

    @Test
    void knowsWhereElementsAndAttributesStand() throws IOException {
        project.with("<tasks name=\"tick\" module=\"control\"", "<tasks\n      name='tick'\n      module = 'control'");

        TopologyFile file = project.read();

        Node gateway = file.topology().getNodes().get(1);
        assertThat(file.source().position(gateway)).isEqualTo(new Position(9, 3));
        assertThat(file.source().position(gateway, Literals.NODE__KIND)).isEqualTo(new Position(9, 25));
        assertThat(file.source().position(file.topology().getLinks().get(0), Literals.LINK__DEADLINE_MS)).as("not written")
                .isEqualTo(new Position(10, 3));
        assertThat(file.source().position(file.topology().getTasks().get(0))).isEqualTo(new Position(16, 3));
        assertThat(file.source().position(file.topology().getTasks().get(0), Literals.TASK__MODULE)).isEqualTo(new Position(18, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void knowsTheLinesOfLongFilesWithAnyLineBreak(String lineBreak) throws IOException {
        StringBuilder comments = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            comments.append("<!-- ").append("é".repeat(i % 90)).append(" -->\n");
        }
        project.with("  <modules name=\"probe\"", comments + "  <modules name=\"probe\"");
        project.write("thermostat.topology", project.text().replace("\n", lineBreak));

        TopologyFile file = project.read();

        assertThat(file.source().position(file.topology().getModules().get(0))).isEqualTo(new Position(3003, 3));
        assertThat(file.source().position(file.topology().getTasks().get(0), Literals.NAMED_ELEMENT__NAME))
                .isEqualTo(new Position(3016, 10));
    }

    @Test
    void namesTheWireThatLeadsNowhere() throws IOException {
        project.with("to=\"history\"", "to=\"histroy\"");

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:15: error: wire from \"control\" goes to module"
                + " \"histroy\", which does not exist. Did you mean \"history\"?");
    }

    @Test
    void listsWhatIsKnownWhenNothingIsNear() throws IOException {
        project.with("node=\"gateway\"", "node=\"cloud\"");

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:13: error: placement of \"history\" is on node"
                + " \"cloud\", which does not exist. Known nodes: controller, gateway.");
    }

    @Test
    void aNodeIsNoModule() throws IOException {
        project.with("module=\"control\" function", "module=\"gateway\" function");

        assertThat(project.readingProblems()).singleElement().asString()
                .contains("task \"tick\" calls module \"gateway\", which does not exist");
    }

    @Test
    void reportsAllProblemsAtOnceInTheOrderOfLines() throws IOException {
        project.with("to=\"history\"", "to=\"nobody\"").with("kind=\"edge\"", "kind=\"fog\"").with("name=\"probe\"", "nmae=\"probe\"");

        assertThat(project.readingProblems()).satisfiesExactly(
                first -> assertThat(first).startsWith("thermostat.topology:3:").endsWith("Did you mean \"name\"?"),
                second -> assertThat(second).startsWith("thermostat.topology:9:").contains("kind=\"fog\""),
                third -> assertThat(third).startsWith("thermostat.topology:11:").contains("\"probe\", which does not exist"),
                fourth -> assertThat(fourth).startsWith("thermostat.topology:14:").contains("\"probe\", which does not exist"),
                fifth -> assertThat(fifth).startsWith("thermostat.topology:15:").contains("\"nobody\", which does not exist"));
    }

    @Test
    void reportsBrokenXmlWithLine() throws IOException {
        project.with("</nodes>", "</node>");

        assertThat(project.readingProblems()).singleElement().asString()
                .startsWith("thermostat.topology:8: error: file is not well-formed XML: ").contains("\"nodes\"").doesNotContain("..");
    }

    @Test
    void reportsUnknownElements() throws IOException {
        project.with("<wires from", "<wire from");

        assertThat(project.readingProblems()).containsExactly(
                "thermostat.topology:14: error: a topology has no element <wire>. Did you mean \"wires\"?");
    }

    @Test
    void reportsReferencesWrittenAsElements() throws IOException {
        project.with("<placements module=\"history\" node=\"gateway\"/>",
                "<placements node=\"gateway\"><module name=\"history\"/></placements>");

        assertThat(project.readingProblems()).singleElement().asString().contains("a placement has no element <module>");
    }

    @Test
    void reportsUnknownAttributes() throws IOException {
        project.with("periodMs=\"100\"", "period=\"100\"");

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:16: error: a task has no attribute \"period\"."
                + " Did you mean \"periodMs\"?");
    }

    @Test
    void reportsElementsThatClaimToBeSomethingElse() throws IOException {
        project.with("<modules name=\"probe\"", "<modules xsi:type=\"topology:Node\" name=\"probe\"");

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:3: error: a module has no attribute \"xsi:type\"."
                + " Known attributes: name, source.");
    }

    @Test
    void reportsValuesOfTheWrongKind() throws IOException {
        project.with("memory=\"8192\"", "memory=\"8 KB\"").with("transport=\"uart\"", "transport=\"serial\"");

        assertThat(project.readingProblems()).containsExactly(
                "thermostat.topology:10: error: link \"serial\" has transport=\"serial\". Write one of uart, tcp, mqtt.",
                "thermostat.topology:11: error: placement of \"probe\" has memory=\"8 KB\". Write a whole number, at most 2147483647.");
    }

    @Test
    void reportsNamesThatTwoElementsHave() throws IOException {
        project.with("<nodes name=\"gateway\"", "<nodes name=\"history\"").with("b=\"gateway\"", "b=\"history\"")
                .with("node=\"gateway\"", "node=\"history\"");

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:9: error: node \"history\" has the same name as"
                + " the module in line 5. Give one of them another name.");
    }

    @Test
    void reportsFilesThatAreSomethingElse() throws IOException {
        project.with("http://thingspire.org/topology/1", "http://thingspire.org/topology/99");
        assertThat(project.readingProblems()).first().asString()
                .startsWith("thermostat.topology:2: error: file is not a topology of this version");

        project.write("thermostat.topology", "<topology:Node xmlns:topology=\"http://thingspire.org/topology/1\" name=\"a\"/>");
        assertThat(project.readingProblems()).singleElement().asString().contains("file is not a topology of this version");

        project.write("thermostat.topology", "");
        assertThat(project.readingProblems()).singleElement().asString().contains("file is not well-formed XML");
    }

    @Test
    void refusesDocumentTypesSoThatNoOtherFileIsRead() throws IOException {
        project.with("<topology:Topology", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<topology:Topology");

        assertThat(project.readingProblems()).singleElement().asString().contains("DOCTYPE is disallowed");
    }

    @Test
    void refusesPartsInOtherFiles() throws IOException {
        project.with("<modules name=\"history\" source=\"modules/history.c\"/>", "<modules href=\"other.topology#history\"/>");

        assertThat(project.readingProblems()).first().asString().contains("stands in another file (other.topology#history)");
    }

    @Test
    void reportsFilesThatEndTooSoon() {
        String text = project.text().strip();

        for (int end = 0; end < text.length(); end++) {
            String beginning = text.substring(0, end);
            assertThatThrownBy(() -> TopologyReader.parse(project.file(), beginning)).as(beginning).isInstanceOf(UserException.class);
        }
    }

    @Test
    void saysWhyAFileCanNotBeRead() throws IOException {
        assertThatThrownBy(() -> TopologyReader.read(folder.resolve("none.topology"))).hasMessageContaining("file does not exist");
        assertThatThrownBy(() -> TopologyReader.read(folder)).hasMessageContaining("file can not be read (it is a folder)");
        Files.write(project.file(), project.text().replace("thermostat\"", "thermostät\"").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(project::read).hasMessageContaining("file is not UTF-8 text");
    }
}
