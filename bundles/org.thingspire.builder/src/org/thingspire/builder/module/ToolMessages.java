// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.builder.toolchain.Command;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Severity;

/**
 * Turns what clang and wat2wasm print into problems at file and line.
 *
 * @param module the module that is built, named in the problems
 * @param folder where the tool ran: its relative file names are relative to this
 * @param source the module's source: what messages without a place of their own are about
 */
record ToolMessages(String module, Path folder, Path source) {

    private static final Pattern AT_LINE =
            Pattern.compile("(?<file>[^:]+):(?<line>\\d+):(?<column>\\d+): (?:fatal )?(?<kind>error|warning): (?<text>.*)");

    List<Problem> parse(String output) {
        return output.lines().map(this::problem).flatMap(Optional::stream).toList();
    }

    /** The problems of a call that failed: never empty, whatever the tool printed. */
    List<Problem> failure(Command.Outcome failure, String tool) {
        List<Problem> problems = parse(failure.output());
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return problems;
        }
        return List.of(new Problem(Severity.ERROR, source, 0, 0, module,
                "%s failed: %s".formatted(tool, failure.output().strip()), ""));
    }

    private Optional<Problem> problem(String line) {
        Matcher atLine = AT_LINE.matcher(line);
        if (atLine.matches()) {
            return Optional.of(new Problem(severity(atLine.group("kind")), folder.resolve(atLine.group("file")).normalize(),
                    Integer.parseInt(atLine.group("line")), Integer.parseInt(atLine.group("column")), module, atLine.group("text"), ""));
        }
        return Optional.empty();
    }

    private static Severity severity(String kind) {
        return kind.equals("error") ? Severity.ERROR : Severity.WARNING;
    }
}
