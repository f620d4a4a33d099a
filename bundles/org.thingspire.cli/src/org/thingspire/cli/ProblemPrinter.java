// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.nio.file.Path;

import org.thingspire.topology.Problem;

/** Prints problems the way compilers do; file names relative to where the user is, so that they are short. */
record ProblemPrinter(Console console) {

    void print(Problem problem) {
        console.err().println(new Problem(problem.severity(), relative(problem.file()), problem.line(), problem.column(), problem.element(),
                problem.message(), problem.remedy()));
    }

    private static Path relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
