// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompilerFailure;

class ReproducerTest {

    @TempDir
    private Path folder;

    /** Who shows the failure to a user knows words for it, see {@code IoReason}. */
    @Test
    void whatKeptItFromBeingWrittenIsTheCause() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        CompilerFailure failure = new Reproducer(taken).write(new byte[0], CodeTarget.CORTEX_M3, CompileOptions.named("small"), "it crashed", "");

        assertThat(failure).hasMessage("it crashed. What it was given could not be kept").hasCauseInstanceOf(FileAlreadyExistsException.class);
    }
}
