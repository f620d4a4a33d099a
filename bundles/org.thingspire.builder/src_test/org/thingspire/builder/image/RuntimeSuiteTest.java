// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.llvm.LlvmTools;

/** The runtime has its own tests, in C and in Python: they need nothing of the Java side but how images are made. */
class RuntimeSuiteTest {

    /** Those that need no emulator. */
    private static final List<String> PARTS = List.of("unit", "limits");

    @TempDir
    private Path folder;

    @Test
    void theRuntimesPartsPass() throws InterruptedException {
        assertPasses(PARTS);
    }

    @Test
    @Tag("qemu")
    void theRuntimesNodesPassInQemuAndOnLinux() throws InterruptedException {
        assertPasses(List.of("--without", String.join(",", PARTS)));
    }

    private void assertPasses(List<String> arguments) throws InterruptedException {
        Path runtime = Path.of(System.getProperty("thingspire.home"), "runtime");
        BuildFiles buildFiles = new BuildFiles(new Installation(runtime, LlvmTools.bundled()));
        for (Board board : BoardCatalog.read(runtime.resolve("boards")).boards()) {
            buildFiles.write(board, folder);
        }

        Path suite = runtime.resolve("tests/run.py");
        Command.Outcome outcome = Command.of(Path.of("/usr/bin/env")).add("BUILD_FILES=" + folder, "python3", "-B", suite)
                .addAll(arguments).in(suite.getParent()).run();

        assertThat(outcome.output()).containsPattern("(?m)^\\d+ passed, 0 failed$");
        assertThat(outcome.exitCode()).isZero();
    }
}
