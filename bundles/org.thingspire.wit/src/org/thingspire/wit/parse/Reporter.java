// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;

/** Takes what is wrong with one file. */
public record Reporter(Path file, List<Problem> problems) {

    public void error(Position position, String message, String remedy) {
        problems.add(Problem.error(file, position, "", message, remedy));
    }
}
