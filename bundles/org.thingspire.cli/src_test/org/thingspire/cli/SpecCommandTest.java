// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecCommandTest {

    /** Exports {@code add}, which adds two i32. */
    private static final byte[] ADD = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f, 3, 2, 1, 0, 7, 7, 1, 3, 'a',
            'd', 'd', 0, 0, 10, 9, 1, 7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b};

    private static final String INVOCATION = """
            {"type": "assert_return", "line": %d, "action": {"type": "invoke", "field": "add",
             "args": [{"type": "i32", "value": "40"}, {"type": "i32", "value": "2"}]}, "expected": [{"type": "i32", "value": "%d"}]}
            """;
    private static final String TEXT = """
            {"type": "assert_malformed", "line": 9, "filename": "x.wat", "text": "unexpected token", "module_type": "text"}""";

    @TempDir
    private Path suite;

    @BeforeEach
    void writeModule() throws IOException {
        Files.write(suite.resolve("add.wasm"), ADD);
    }

    private void script(String name, String... commands) throws IOException {
        Files.writeString(suite.resolve(name + ".json"), """
                {"source_filename": "%s.wast", "commands": [{"type": "module", "line": 1, "filename": "add.wasm"}, %s]}"""
                .formatted(name, String.join(", ", commands)));
    }

    @Test
    @Tag("qemu")
    void countsWhatPassedAndWhatWasLeftOut() throws IOException {
        script("sum", INVOCATION.formatted(2, 42), TEXT);

        CommandOutcome outcome = CommandOutcome.of("spec", suite, "--board", "mps2-an385");

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(outcome.out()).contains("1 skipped: text format").last().isEqualTo("2 passed, 0 failed, 1 skipped");
    }

    @Test
    void namesScriptAndLineOfWhatFailed() throws IOException {
        script("sum", INVOCATION.formatted(2, 42), INVOCATION.formatted(3, 43));

        CommandOutcome outcome = CommandOutcome.of("spec", suite, "--board", "linux-x86_64", "-O0");

        assertThat(outcome.exitCode()).as(outcome.error()).isEqualTo(4);
        assertThat(outcome.out()).contains("sum: FAIL 2 3 got 0x2a, expected 0x2b").last().isEqualTo("2 passed, 1 failed, 0 skipped");
    }

    @Test
    void runsOnlyTheScriptsThatAreAskedFor() throws IOException {
        script("sum", INVOCATION.formatted(2, 42));
        script("other", INVOCATION.formatted(2, 43));

        CommandOutcome outcome = CommandOutcome.of("spec", suite, "--board", "linux-x86_64", "--filter", "su?", "--json");

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(outcome.out()).hasSize(2);
        JsonObject sums = JsonParser.parseString(outcome.out().getLast()).getAsJsonObject();
        assertThat(sums.get("passed").getAsInt()).isEqualTo(2);
        assertThat(sums.get("failed").getAsInt()).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheQuestion() throws IOException {
        script("sum", INVOCATION.formatted(2, 42));

        assertThat(CommandOutcome.of("spec", suite.resolve("none"), "--board", "linux-x86_64").error()).contains("there is no such file");
        assertThat(CommandOutcome.of("spec", suite, "--board", "toaster").error()).contains("there is no board \"toaster\"", "mps2-an385");
        assertThat(CommandOutcome.of("spec", suite, "--board", "linux-x86_64", "--filter", "x*").error()).contains("no script", "x*");
        assertThat(CommandOutcome.of("spec", suite, "--board", "linux-x86_64", "-O7").exitCode()).isEqualTo(2);
    }
}
