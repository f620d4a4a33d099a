// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("qemu")
class DebugCommandTest {

    @TempDir
    private Path folder;
    private SampleProject project;

    @BeforeEach
    void copySample() {
        project = SampleProject.thermostat(folder);
    }

    @Test
    void aBreakpointInAModuleOnTheDeviceStopsThereAndStepsLineByLine() throws Exception {
        String output = ThingspireProcess.run(folder, "debug", project.folder(), "--node", "controller", "--batch",
                "-ex", "break control.c:32", "-ex", "continue", "-ex", "bt", "-ex", "next", "-ex", "next");

        assertThat(output).containsPattern("Breakpoint 1, .*decide .*control\\.c:32")
                .containsPattern("#0 .*decide .*control\\.c:32\n#1 .*update .*control\\.c:47")
                .containsPattern("33\\s+if \\(wanted == heating\\)")
                .containsPattern("36\\s+heating = wanted;");
    }

    @Test
    void aBreakpointInAModuleOnTheGatewayStopsToo() throws Exception {
        String output = ThingspireProcess.run(folder, "debug", project.folder(), "--node", "gateway", "--batch",
                "-ex", "break history.c:22", "-ex", "continue", "-ex", "bt", "-ex", "next");

        assertThat(output).containsPattern("Breakpoint 1, .*record .*history\\.c:22").containsPattern("23\\s+total \\+=");
    }
}
