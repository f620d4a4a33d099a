// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.UserException;

class CommandTest {

    /** Linux refuses to write to it as to a disk without space. */
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void aDiskWithoutSpaceIsTheUsersToMend() throws Exception {
        Path source = Files.writeString(folder.resolve("empty.c"), "");
        Command clang = Command.of(LlvmTools.bundled().clang()).add("-c", source, "-o", FULL).in(folder);

        assertThatThrownBy(clang::run).isInstanceOf(UserException.class)
                .hasMessage(folder + ": error: clang found no space left on the disk. Make room there, and on the disk of "
                        + System.getProperty("java.io.tmpdir") + ", then build again.");
    }

    @Test
    void aProgramThatFailsSaysWhyInItsOutput() throws Exception {
        Path source = Files.writeString(folder.resolve("wrong.c"), "#error not today\n");
        Command.Outcome outcome = Command.of(LlvmTools.bundled().clang()).add("-c", source, "-o", FULL).in(folder).run();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output()).contains("error: not today");
    }

    @Test
    void whatAProgramPrintsThatSucceedsIsItsOwnBusiness() throws Exception {
        assertThat(Command.of(Path.of("echo")).add("No space left on device").in(folder).run().succeeded()).isTrue();
    }
}
