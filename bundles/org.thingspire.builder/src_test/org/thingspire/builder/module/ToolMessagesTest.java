// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.thingspire.builder.toolchain.Command;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Severity;

class ToolMessagesTest {

    private final ToolMessages messages = new ToolMessages("control", Path.of("/project"), Path.of("/project/modules/control.c"));

    @Test
    void anErrorOfClangHasFileLineAndColumn() {
        List<Problem> problems = messages.parse("""
                modules/control.c:31:9: error: use of undeclared identifier 'x'
                   31 |         x = 1;
                      |         ^
                1 error generated.
                """);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.file()).isEqualTo(Path.of("/project/modules/control.c"));
            assertThat(problem.line()).isEqualTo(31);
            assertThat(problem.column()).isEqualTo(9);
            assertThat(problem.message()).isEqualTo("use of undeclared identifier 'x'");
        });
    }

    @Test
    void aMissingHeaderIsAnErrorToo() {
        assertThat(messages.parse("modules/control.c:2:10: fatal error: 'no.h' file not found"))
                .extracting(Problem::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void notesBelongToTheErrorBeforeThemAndAreNoProblemsOfTheirOwn() {
        assertThat(messages.parse("modules/control.c:3:1: note: previous definition is here")).isEmpty();
    }

    @Test
    void aFailureWithoutAnyKnownMessageIsStillAProblem() {
        assertThat(messages.failure(new Command.Outcome(134, "Aborted"), "clang")).singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("clang failed: Aborted"));
    }
}
