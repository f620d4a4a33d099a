// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.debug.dap.BreakpointPlace;
import org.thingspire.debug.dap.DebugFrame;
import org.thingspire.debug.dap.DebugThread;
import org.thingspire.debug.dap.NodeDebugSession;
import org.thingspire.debug.dap.StopReason;
import org.thingspire.run.RunningApplication;

/** The real adapter and the real GDB on the sample's nodes; here and not beside the session's class, because the adapter is built here. */
class NodeDebugSessionTest {

    private static final Path ADAPTER = Path.of(System.getProperty("thingspire.debug.adapter"));

    @TempDir
    private static Path folder;
    private static Thermostat thermostat;

    private final Recording recording = new Recording();

    @BeforeAll
    static void build() throws InterruptedException {
        thermostat = Thermostat.builtIn(folder);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** What a test does with a node that is halted at its first instruction. */
    @FunctionalInterface
    private interface Work {
        void on(NodeDebugSession session) throws Exception;
    }

    private void debug(String node, Work work) throws Exception {
        try (NodeDebugSession session = NodeDebugSession.prepare(ADAPTER, thermostat.image(node), ProgramPaths.ON_PATH);
                RunningApplication application = thermostat.start(node, (name, text) -> {})) {
            session.connect(application.node(node), recording);
            work.on(session);
        }
        recording.awaitEnd();
    }

    @Test
    void breakpointStopsTheDeviceInTheModulesSourceAndLinesAreSteppedThrough() throws Exception {
        debug("controller", session -> {
            Path control = thermostat.source("control.c");
            assertThat(session.setBreakpoints(control, List.of(32))).extracting(BreakpointPlace::line).containsExactly(32);
            session.begin();

            Recording.Stop stop = recording.nextStop();
            assertThat(stop.reason()).isEqualTo(StopReason.BREAKPOINT);
            List<DebugFrame> stack = session.stack(stop.thread());
            assertThat(stack).extracting(DebugFrame::function).containsExactly("control.decide", "control.update");
            assertThat(stack).extracting(DebugFrame::line).containsExactly(32, 47);
            assertThat(stack.get(0).source()).contains(control);
            assertThat(session.threads()).extracting(DebugThread::name).containsExactly("processor");

            session.stepOver(stop.thread());
            assertThat(recording.nextStop().reason()).isEqualTo(StopReason.STEP);
            assertThat(session.stack(stop.thread()).get(0).line()).isEqualTo(33);
        });
    }

    @Test
    void stepsIntoAFunctionAndOutOfIt() throws Exception {
        debug("controller", session -> {
            session.setBreakpoints(thermostat.source("control.c"), List.of(47));
            session.begin();
            int thread = recording.nextStop().thread();

            session.stepInto(thread);
            recording.nextStop();
            assertThat(session.stack(thread)).extracting(DebugFrame::function).containsExactly("control.decide", "control.update");

            session.stepReturn(thread);
            recording.nextStop();
            assertThat(session.stack(thread)).extracting(DebugFrame::function).containsExactly("control.update");
        });
    }

    @Test
    void stepsOutOfAModuleIntoTheOneThatCalled() throws Exception {
        debug("controller", session -> {
            Path probe = thermostat.source("probe.c");
            session.setBreakpoints(probe, List.of(18));
            session.begin();
            int thread = recording.nextStop().thread();
            assertThat(session.stack(thread)).extracting(DebugFrame::function).containsExactly("probe.read", "control.update");

            session.stepReturn(thread);
            assertThat(recording.nextStop().reason()).isEqualTo(StopReason.STEP);
            assertThat(session.stack(thread)).extracting(DebugFrame::function).containsExactly("control.update");
        });
    }

    @Test
    void theNodeRunsOnAfterAStepOutOfTheModuleThatTheRuntimeCalled() throws Exception {
        debug("controller", session -> {
            session.setBreakpoints(thermostat.source("control.c"), List.of(47));
            session.begin();
            int thread = recording.nextStop().thread();

            session.stepReturn(thread);
            assertThat(recording.nextStop().reason()).isEqualTo(StopReason.BREAKPOINT);
            assertThat(session.stack(thread).getFirst().line()).isEqualTo(47);
        });
    }

    @Test
    void breakpointStopsALinuxNodeToo() throws Exception {
        debug("gateway", session -> {
            session.setBreakpoints(thermostat.source("history.c"), List.of(22));
            session.begin();

            Recording.Stop stop = recording.nextStop();
            assertThat(stop.reason()).isEqualTo(StopReason.BREAKPOINT);
            assertThat(session.stack(stop.thread()).getFirst())
                    .returns("history.record", DebugFrame::function).returns(22, DebugFrame::line);
            assertThat(session.threads()).extracting(DebugThread::name).contains("thread 1");

            session.stepOver(stop.thread());
            recording.nextStop();
            assertThat(session.stack(stop.thread()).getFirst().line()).isEqualTo(23);
        });
    }

    @Test
    void aRunningDeviceGoesOnAfterItsBreakpointsWereChanged() throws Exception {
        debug("controller", session -> {
            Path control = thermostat.source("control.c");
            session.begin();
            assertThat(recording.haltsWithin(300)).isFalse();

            session.setBreakpoints(control, List.of(32));
            Recording.Stop stop = recording.nextStop();
            assertThat(session.stack(stop.thread()).getFirst().line()).isEqualTo(32);

            session.setBreakpoints(control, List.of());
            session.resume(stop.thread());
            assertThat(recording.haltsWithin(500)).isFalse();
        });
    }

    /** Several times, because each halt finds it in another place. */
    @Test
    void aRunningDeviceIsHaltedOnRequestAndResumed() throws Exception {
        debug("controller", session -> {
            session.begin();
            for (int i = 0; i < 5; i++) {
                session.suspend(1);
                Recording.Stop stop = recording.nextStop();
                assertThat(stop.reason()).isEqualTo(StopReason.SUSPENDED);
                assertThat(session.stack(stop.thread())).isNotEmpty();
                session.resume(stop.thread());
                assertThat(recording.haltsWithin(100)).isFalse();
            }
        });
    }

    @Test
    void aRunningLinuxNodeIsHaltedOnRequest() throws Exception {
        debug("gateway", session -> {
            session.begin();
            session.suspend(1);
            Recording.Stop stop = recording.nextStop();
            assertThat(stop.reason()).isEqualTo(StopReason.SUSPENDED);
            assertThat(session.stack(stop.thread())).isNotEmpty();
        });
    }

    @Test
    void aBreakpointWhereThereIsNoCodeSaysWhy() throws Exception {
        debug("controller", session -> assertThat(session.setBreakpoints(thermostat.source("control.c"), List.of(32, 9999)))
                .satisfiesExactly(good -> assertThat(good.problem()).isEmpty(),
                        bad -> assertThat(bad.problem()).hasValueSatisfying(why -> assertThat(why).contains("9999"))));
    }

    @Test
    void missingNodeIsNamedWithItsPackage() {
        ProgramPaths elsewhere = new ProgramPaths(Map.of(ExternalProgram.NODE, folder.resolve("nowhere")));
        assertThatThrownBy(() -> NodeDebugSession.prepare(ADAPTER, thermostat.image("controller"), elsewhere))
                .isInstanceOf(MissingProgramException.class)
                .hasMessage("node is not installed. Install it with: apt-get install nodejs");
    }
}
