// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.run.RunOptions;
import org.thingspire.run.RunningApplication;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

/** Real GDB on nodes in QEMU and on this machine; the same commands on both. */
@Tag("qemu")
class GdbSessionTest {

    @TempDir
    private Path project;
    private Programs programs;
    private final List<String> console = new CopyOnWriteArrayList<>();
    private int exitCode;

    @BeforeEach
    void writeSources() throws IOException {
        programs = new Programs(project);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void breakpointStopsDeviceInModulesSource() throws Exception {
        assertBreakpointsWork(programs.device("controller"));
    }

    @Test
    void breakpointStopsLinuxNodeInModulesSource() throws Exception {
        assertBreakpointsWork(programs.linux("gateway"));
    }

    private void assertBreakpointsWork(Image image) throws Exception {
        int line = programs.lineOf("/* decided */");
        String output = debug(image, GdbInput.batch(List.of("break control.c:" + line, "continue", "next", "print doubled")));
        assertThat(output)
                .contains("control.update (channel=1) at ./modules/control.c:" + line)
                .contains(line + "\t    int doubled = measured * 2; /* decided */")
                .contains("$1 = 42");
        assertThat(exitCode).isZero();
    }

    @Test
    void backtraceShowsModulesWithoutWhatIsBetweenThem() throws Exception {
        Image image = programs.device("controller");
        int line = programs.lineOf("/* measured */");
        String output = debug(image, GdbInput.batch(List.of("break control.c:" + line, "continue", "echo filtered\\n", "backtrace",
                "echo unfiltered\\n", "backtrace -no-filters")));
        String filtered = output.substring(output.indexOf("filtered"), output.indexOf("unfiltered"));
        assertThat(filtered).containsSubsequence("probe.read (channel=1)", "control.update (channel=1)").doesNotContain("gate", "reset");
        String unfiltered = output.substring(output.indexOf("unfiltered"));
        assertThat(unfiltered).containsSubsequence("probe.read", "gate", "control.update", "gate", "reset");
    }

    @Test
    void stepPassesOverTheWiringBetweenModules() throws Exception {
        Image image = programs.device("controller");
        int asked = programs.lineOf("/* asked */");
        String output = debug(image, GdbInput.batch(List.of("break control.c:" + asked, "continue", "step", "backtrace 1")));
        assertThat(output).contains("#0  control.update (channel=1) at ./modules/control.c:" + programs.lineOf("/* decided */"));
    }

    @Test
    void trapOfLinuxNodeDoesNotStopTheDebugger() throws Exception {
        Image image = programs.linux("gateway");
        String output = debug(image, GdbInput.batch(List.of("break probe.read", "continue")));
        assertThat(output).contains("Breakpoint 1, probe.read").doesNotContain("received signal");
        assertThat(console).contains("[gateway] went on after a trap");
    }

    @Test
    void scriptRunsBeforeCommands() throws Exception {
        Image image = programs.device("controller");
        Path script = Files.writeString(project.resolve("first.gdb"), "echo from script\\n\n");
        String output = debug(image, new GdbInput(Optional.of(script), List.of("echo from command\\n"), false));
        assertThat(output).containsSubsequence("from script", "from command");
    }

    @Test
    void failedCommandIsAnError() throws Exception {
        debug(programs.device("controller"), GdbInput.batch(List.of("print no_such_variable")));
        assertThat(exitCode).isNotZero();
    }

    @Test
    void missingDebuggerIsNamedWithItsPackage() throws Exception {
        Image image = programs.device("controller");
        ProgramPaths elsewhere = new ProgramPaths(Map.of(ExternalProgram.GDB, project.resolve("nowhere")));
        assertThatThrownBy(() -> GdbSession.on(image, elsewhere)).isInstanceOf(MissingProgramException.class)
                .hasMessage("gdb-multiarch is not installed. Install it with: apt-get install gdb-multiarch");
    }

    /** Starts the node halted, lets GDB work and returns what it printed. */
    private String debug(Image image, GdbInput input) throws IOException, InterruptedException {
        Path output = project.resolve("gdb.out");
        try (GdbSession session = GdbSession.on(image, ProgramPaths.ON_PATH);
                RunningApplication application = RunningApplication.start(topologyOf(image.node()), List.of(image),
                        programs.symbolizer(), RunOptions.plain(ProgramPaths.ON_PATH).debugging(image.node()),
                        (node, text) -> console.add("[" + node + "] " + text))) {
            exitCode = session.run(application.node(image.node()), input, Redirect.to(output.toFile()));
        }
        return Files.readString(output);
    }

    private TopologyFile topologyOf(String name) {
        Topology topology = TopologyFactory.eINSTANCE.createTopology();
        Node node = TopologyFactory.eINSTANCE.createNode();
        node.setName(name);
        topology.getNodes().add(node);
        return TopologyFile.unsaved(project.resolve("test.topology"), topology);
    }
}
