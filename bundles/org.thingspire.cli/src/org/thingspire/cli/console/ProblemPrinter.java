// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.console;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.thingspire.problem.Problem;

/**
 * Prints problems the way compilers do; file names relative to where the user is, so that they are short.
 *
 * @param json whether machines want them too, as objects on stdout
 */
public record ProblemPrinter(Console console, boolean json) {

    public void print(Problem problem) {
        Path file = relative(problem.file());
        console.err().println(new Problem(problem.severity(), file, problem.line(), problem.column(), problem.element(), problem.message(),
                problem.remedy()));
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("severity", problem.severity().label());
            fields.put("file", file.toString());
            fields.put("line", problem.line());
            fields.put("column", problem.column());
            fields.put("element", problem.element());
            fields.put("message", problem.message());
            fields.put("remedy", problem.remedy());
            console.out().println(JsonLine.of(fields));
        }
    }

    private static Path relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
