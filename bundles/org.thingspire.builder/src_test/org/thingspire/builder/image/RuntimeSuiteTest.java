// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.llvm.LlvmTools;

/** The runtime has its own tests, in C and in Python: they need nothing of the Java side. */
class RuntimeSuiteTest {

    /** Those that need no emulator. */
    private static final List<String> PARTS = List.of("unit", "limits");

    @Test
    void theRuntimesPartsPass() throws InterruptedException {
        assertPasses(PARTS);
    }

    @Test
    @Tag("qemu")
    void theRuntimesNodesPassInQemuAndOnLinux() throws InterruptedException {
        assertPasses(List.of("--without", String.join(",", PARTS)));
    }

    private static void assertPasses(List<String> arguments) throws InterruptedException {
        Path suite = Path.of(System.getProperty("thingspire.home"), "runtime", "tests", "run.py");
        LlvmTools llvm = LlvmTools.bundled();
        llvm.clang();
        llvm.lld();
        llvm.archiver();
        llvm.symbolizer();

        Command.Outcome outcome = Command.of(Path.of("/usr/bin/env"))
                .add("LLVM_HOME=" + llvm.home(), "python3", "-B", suite).addAll(arguments).in(suite.getParent()).run();

        assertThat(outcome.output()).containsPattern("(?m)^\\d+ passed, 0 failed$");
        assertThat(outcome.exitCode()).isZero();
    }
}
