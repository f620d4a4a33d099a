// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.Problem;
import org.thingspire.topology.ThermostatProject;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

class ValidatorTest {

    private static final int RAM_BYTES = 20_000;

    @TempDir
    Path folder;
    private ThermostatProject project;
    private final BoardCatalog boards = new BoardCatalog(List.of(
            board("server-board", "linux", Optional.empty()),
            board("small-board", Board.NO_OS, Optional.of(new Board.Memory(0x2000_0000, RAM_BYTES)))));

    @BeforeEach
    void createProject() throws IOException {
        project = new ThermostatProject(folder);
    }

    @Test
    void aTopologyInOrderHasNoProblems() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void anEmptyTopologyIsInOrder() {
        Topology topology = TopologyFactory.eINSTANCE.createTopology();
        topology.setName("empty");

        assertThat(validate(TopologyFile.unsaved(project.file(), topology))).isEmpty();
    }

    @Test
    void bearsElementsInTheMaking() {
        TopologyFactory factory = TopologyFactory.eINSTANCE;
        Topology topology = factory.createTopology();
        topology.getModules().add(factory.createModule());
        topology.getNodes().add(factory.createNode());
        topology.getNodes().get(0).getSensors().add(factory.createSensor());
        topology.getLinks().add(factory.createLink());
        topology.getPlacements().add(factory.createPlacement());
        topology.getWires().add(factory.createWire());
        topology.getTasks().add(factory.createTask());

        assertThat(validate(TopologyFile.unsaved(project.file(), topology))).contains(
                "thermostat.topology: error: topology has no name. Set the attribute \"name\".",
                "thermostat.topology: error: node has no board. Set the attribute \"board\".",
                "thermostat.topology: error: sensor has no channel. Set the attribute \"channel\".",
                "thermostat.topology: error: link has no transport. Set the attribute \"transport\".",
                "thermostat.topology: error: placement has no node. Set the attribute \"node\".",
                "thermostat.topology: error: wire has no to. Set the attribute \"to\".",
                "thermostat.topology: error: task has no periodMs. Set the attribute \"periodMs\".");
    }

    @Test
    void problemsComeInTheOrderOfLines() throws IOException {
        project.with("periodMs=\"100\"", "periodMs=\"-1\"").with("small-board", "x").with("memory=\"8192\"", "memory=\"1\"");

        assertThat(new Validator(boards).validate(project.read())).extracting(Problem::line).containsExactly(6, 11, 16);
    }

    @Nested
    class Names {

        @Test
        void keepToTheRule() throws IOException {
            project.with("name=\"tick\"", "name=\"Tick_1\"").with("name=\"thermostat\"", "name=\"1\"");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:2: error: \"1\" can not be the name of a topology."
                            + " Use small letters, digits and hyphens, beginning with a letter.",
                    "thermostat.topology:16: error: \"Tick_1\" can not be the name of a task."
                            + " Use small letters, digits and hyphens, beginning with a letter.");
        }

        @Test
        void areUnique() {
            TopologyFile file = project.read();
            file.topology().getTasks().get(0).setName("probe");

            assertThat(validate(file)).containsExactly("thermostat.topology:16: error: task \"probe\" has the same name as the module"
                    + " in line 3. Give one of them another name.");
        }

        @Test
        void areNeeded() throws IOException {
            project.with("name=\"tick\" ", "").with("source=\"modules/probe.c\"", "source=\" \"");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:3: error: module \"probe\" has no source. Set the attribute \"source\".",
                    "thermostat.topology:16: error: task has no name. Set the attribute \"name\".");
        }
    }

    @Nested
    class Boards {

        @Test
        void areKnown() throws IOException {
            project.with("small-board", "smal-board").with("server-board", "mainframe");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:6: error: node \"controller\" is a board \"smal-board\", which is not known."
                            + " Did you mean \"small-board\"?",
                    "thermostat.topology:9: error: node \"gateway\" is a board \"mainframe\", which is not known."
                            + " Known boards: server-board, small-board.");
        }

        @Test
        void fitTheKindOfTheNode() throws IOException {
            project.with("small-board", "server-board");

            assertThat(problems()).containsExactly("thermostat.topology:6: error: node \"controller\" is of kind device, but the board"
                    + " server-board can only be edge or cloud. Change the kind or the board.");
        }
    }

    @Nested
    class Sources {

        @Test
        void exist() throws IOException {
            project.without("modules/control.c");

            assertThat(problems()).containsExactly("thermostat.topology:4: error: module \"control\" names the file modules/control.c,"
                    + " which does not exist. Create the file, or correct the path; it is relative to the folder of the topology.");
        }

        @Test
        void areOfAKindThatCanBeCompiled() throws IOException {
            project.with("modules/probe.c", "modules/probe.rs").with("modules/control.c", "/tmp/control.c");

            assertThat(problems()).satisfiesExactly(
                    first -> assertThat(first).contains("module \"probe\" can not be compiled from modules/probe.rs."
                            + " Use a file that ends in .c, .wat, .wasm."),
                    second -> assertThat(second).contains("module \"control\" has the absolute path /tmp/control.c."));
        }

        @Test
        void areDifferentFiles() throws IOException {
            project.with("source=\"modules/probe.c\"/>",
                    "source=\"modules/probe.c\"><extraSources>modules/../modules/probe.c</extraSources></modules>");

            assertThat(problems()).singleElement().asString()
                    .contains("module \"probe\" has modules/../modules/probe.c twice. Remove one of the two.");
        }

        @Test
        void canBeSeveralIfTheyAreC() throws IOException {
            project.with("source=\"modules/probe.c\"/>",
                    "source=\"modules/probe.c\"><extraSources>modules/filter.c</extraSources></modules>");
            project.write("modules/filter.c", "");
            assertThat(problems()).isEmpty();

            project.with("source=\"modules/probe.c\"", "source=\"modules/probe.wat\"").write("modules/probe.wat", "");
            assertThat(problems()).singleElement().asString().contains("has extra sources, but its source modules/probe.wat is not C");
        }
    }

    @Nested
    class Placements {

        @Test
        void thereIsOneForEachModule() throws IOException {
            project.with("<placements module=\"probe\"", "<placements module=\"control\"");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:3: error: module \"probe\" is not placed on a node."
                            + " Place it: <placements module=\"probe\" node=\"...\"/>.",
                    "thermostat.topology:12: error: module \"control\" is placed twice. Remove one of its placements;"
                            + " for a second copy on another node, add a second module with the same source.");
        }

        @Test
        void haveBudgetsOfAPossibleSize() throws IOException {
            project.with("memory=\"8192\"", "memory=\"0\"").with("memory=\"8192\"", "memory=\"100\"");

            assertThat(problems()).satisfiesExactly(
                    first -> assertThat(first).startsWith("thermostat.topology:11: error: placement of \"probe\""
                            + " has a memory budget of 0 bytes."),
                    second -> assertThat(second).startsWith("thermostat.topology:12: error: placement of \"control\""
                            + " has a memory budget of 100 bytes."
                            + " Use a multiple of 8 above 0"));
        }

        @Test
        void haveStacksThatFitIntoTheirBudgets() throws IOException {
            project.with("memory=\"8192\"", "memory=\"4096\" stack=\"4112\"").with("memory=\"8192\"", "stack=\"100\"");

            assertThat(problems()).satisfiesExactly(
                    first -> assertThat(first).startsWith("thermostat.topology:11: error: placement of \"probe\""
                            + " has a stack of 4112 bytes, which is 16 more than its memory budget."),
                    second -> assertThat(second).startsWith("thermostat.topology:12: error: placement of \"control\""
                            + " has a stack of 100 bytes. Use a multiple of 16 above 0"));
        }
    }

    @Nested
    class Links {

        private static final String SERIAL = "<links name=\"serial\" a=\"controller\" b=\"gateway\" transport=\"uart\"/>";

        @Test
        void joinTwoNodes() throws IOException {
            project.with(SERIAL, SERIAL + "<links name=\"loop\" a=\"gateway\" b=\"gateway\" transport=\"uart\"/>");

            assertThat(problems()).anySatisfy(problem -> assertThat(problem)
                    .contains("link \"loop\" joins node \"gateway\" to itself. Modules on one node need no link"));
        }

        @Test
        void joinTheSameNodesOnce() throws IOException {
            project.with(SERIAL, SERIAL + "\n<links name=\"again\" a=\"gateway\" b=\"controller\" transport=\"uart\"/>");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:6: error: node \"controller\" has 2 uart links, but the board small-board has lines for 1."
                            + " Remove a link or take another board.",
                    "thermostat.topology:9: error: node \"gateway\" has 2 uart links, but the board server-board has lines for 1."
                            + " Remove a link or take another board.",
                    "thermostat.topology:11: error: link \"again\" joins the same nodes as link \"serial\". Remove one of them.");
        }

        @Test
        void sayPlainlyWhatIsNotPossibleYet() throws IOException {
            project.with("transport=\"uart\"", "transport=\"mqtt\"");
            assertThat(problems()).containsExactly("thermostat.topology:10: error: link \"serial\" has the transport mqtt,"
                    + " which is not possible yet. Use uart.");

            project.with("transport=\"mqtt\"", "transport=\"uart\"").with("kind=\"edge\"", "kind=\"cloud\"");
            assertThat(problems()).containsExactly("thermostat.topology:10: error: link \"serial\" joins a node of kind device and one of"
                    + " kind cloud by uart, which is not possible yet. Join a device and an edge node.");
        }

        @Test
        void haveADeadlineThatCanBeKept() throws IOException {
            project.with("transport=\"uart\"", "transport=\"uart\" deadlineMs=\"0\"");

            assertThat(problems()).containsExactly("thermostat.topology:10: error: link \"serial\" has a deadline of 0 ms."
                    + " Use at least 1; without the attribute it is 1000.");
        }
    }

    @Nested
    class Wires {

        @Test
        void needALinkBetweenTheirNodes() throws IOException {
            project.with("  <links name=\"serial\" a=\"controller\" b=\"gateway\" transport=\"uart\"/>\n", "");

            assertThat(problems()).containsExactly("thermostat.topology:14: error: wire from \"control\" to \"history\" leads from node"
                    + " \"controller\" to node \"gateway\", but no link joins them."
                    + " Add a link between the two nodes, or place both modules on one node: a call goes over"
                    + " one link, not over several.");
        }

        @Test
        void reachNoNodeBehindAnotherOne() throws IOException {
            project.with("  <links name", "  <nodes name=\"island\" kind=\"device\" board=\"small-board\"/>\n  <links name")
                    .with("b=\"gateway\" transport=\"uart\"/>", "b=\"gateway\" transport=\"uart\"/>\n"
                            + "  <links name=\"far\" a=\"gateway\" b=\"island\" transport=\"uart\"/>")
                    .with("module=\"history\" node=\"gateway\"", "module=\"history\" node=\"island\" memory=\"1024\"");

            assertThat(problems()).anySatisfy(problem -> assertThat(problem).startsWith("thermostat.topology:17: error: wire from"
                    + " \"control\" to \"history\" leads from node \"controller\" to node \"island\", but no link joins them."));
        }

        @Test
        void joinEachImportOnce() throws IOException {
            project.with("interface=\"thermostat:climate/history\"", "interface=\"thermostat:climate/probe\"");

            assertThat(problems()).containsExactly("thermostat.topology:15: error: wire from \"control\" to \"history\" is for the import"
                    + " \"thermostat:climate/probe\", which is already joined to module \"probe\". Remove one of the two wires.");
        }

        @Test
        void joinTwoModules() throws IOException {
            project.with("to=\"history\"", "to=\"control\"");

            assertThat(problems()).singleElement().asString()
                    .startsWith("thermostat.topology:15: error: wire from \"control\" to \"control\" joins a module to itself.");
        }
    }

    @Nested
    class Tasks {

        @Test
        void havePeriodsAndPrioritiesOfTheRuntime() throws IOException {
            project.with("periodMs=\"100\"", "periodMs=\"-5\" priority=\"31\"");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:16: error: task \"tick\" has a period of -5 ms."
                            + " Use 1 or more, or 0 to call the function once at start.",
                    "thermostat.topology:16: error: task \"tick\" has the priority 31. Use 1 (lowest) to 30 (highest).");
        }

        @Test
        void mayRunOnceAtStart() throws IOException {
            project.with("periodMs=\"100\"", "periodMs=\"0\" priority=\"1\"");

            assertThat(problems()).isEmpty();
        }
    }

    @Nested
    class Sensors {

        private static final String TEMPERATURE = "<sensors name=\"temperature\" channel=\"0\" replay=\"data/room.csv\"/>";

        @Test
        void haveChannelsOfTheirOwn() throws IOException {
            project.with(TEMPERATURE, TEMPERATURE + "\n<sensors name=\"humidity\" channel=\"0\"/><sensors name=\"light\" channel=\"4\"/>");

            assertThat(problems()).containsExactly(
                    "thermostat.topology:8: error: sensor \"humidity\" has channel 0, which sensor \"temperature\" has already."
                            + " Give each sensor of a node a channel of its own.",
                    "thermostat.topology:8: error: sensor \"light\" has channel 4, but the board small-board has 4 channels. Use 0 to 3.");
        }

        @Test
        void haveRecordingsThatExist() throws IOException {
            project.without("data/room.csv");

            assertThat(problems()).singleElement().asString().startsWith("thermostat.topology:7: error: sensor \"temperature\" names the"
                    + " file data/room.csv, which does not exist.");
        }

        @Test
        void haveRecordingsThatCanBeReplayed() throws IOException {
            project.write("data/room.csv", "seconds,value\n0,20\n1,warm\n");

            assertThat(problems()).containsExactly("data/room.csv:3: error: \"warm\" is not a number."
                    + " Write a decimal number such as 21.3.");
        }
    }

    private List<String> problems() {
        return validate(project.read());
    }

    private List<String> validate(TopologyFile file) {
        return project.printed(new Validator(boards).validate(file));
    }

    private static Board board(String name, String os, Optional<Board.Memory> ram) {
        return new Board(name, name, "arch", os, "core", new Board.Target("triple", "cpu", "", "soft"), 0, Optional.empty(), ram,
                Optional.empty(), List.of(uart("console"), uart("link"), uart("sensor")), 4, List.of(), Optional.empty(), Path.of("board.json"));
    }

    private static Board.Uart uart(String role) {
        return new Board.Uart(role, "d", 0, 0, 0, List.of());
    }
}
