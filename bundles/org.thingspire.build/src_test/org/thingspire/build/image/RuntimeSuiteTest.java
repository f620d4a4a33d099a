// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.thingspire.build.tool.Command;
import org.thingspire.llvm.LlvmTools;

class RuntimeSuiteTest {

    /** The runtime has its own tests, in C and in Python: they need nothing of the Java side. */
    @Test
    void theRuntimesOwnTestsPassInQemuAndOnLinux() throws InterruptedException {
        Path suite = Path.of(System.getProperty("thingspire.home"), "runtime", "tests", "run.py");
        LlvmTools llvm = LlvmTools.bundled();
        llvm.clang();
        llvm.lld();
        llvm.archiver();
        llvm.symbolizer();

        Command.Outcome outcome = Command.of(Path.of("/usr/bin/env"))
                .add("LLVM_HOME=" + llvm.home(), "python3", "-B", suite).in(suite.getParent()).run();

        assertThat(outcome.output()).containsPattern("(?m)^\\d+ passed, 0 failed$");
        assertThat(outcome.exitCode()).isZero();
    }
}
