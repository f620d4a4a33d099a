// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.cli.console.Console;
import org.thingspire.cli.console.Context;

class FailuresTest {

    private final StringWriter printed = new StringWriter();

    private int exitCode(Exception failure) throws Exception {
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(printed, true), false);
        return Main.commandLine(new Context(Path.of("."), ProgramPaths.ON_PATH, console)).getExecutionExceptionHandler()
                .handleExecutionException(failure, null, null);
    }

    @Test
    void aBugOfOursIsNotTheUsersInput() throws Exception {
        assertThat(exitCode(new IllegalStateException("two and two"))).isEqualTo(70);

        assertThat(printed.toString()).startsWith("error: this is a bug in ThingSpire: ").contains("two and two").doesNotContain("\tat ");
        Matcher report = Pattern.compile("Details are in (\\S+);").matcher(printed.toString());
        assertThat(report.find()).isTrue();
        Files.delete(Path.of(report.group(1)));
    }

    @Test
    void aFileThatCanNotBeReadHasAReason() throws Exception {
        IOException denied = new AccessDeniedException("/etc/x");

        assertThat(exitCode(new UncheckedIOException(denied))).isEqualTo(1);

        assertThat(printed.toString()).isEqualTo("error: /etc/x: permission denied\n");
    }
}
