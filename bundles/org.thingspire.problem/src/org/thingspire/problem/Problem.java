// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Something in the user's files that is wrong, where it is, and what to do about it. All parts of ThingSpire report bad
 * input this way: the command line prints {@link #toString()}, the workbench makes a marker of it.
 *
 * @param severity whether the build can go on
 * @param file the file that is to be changed
 * @param line counted from 1; 0 if the problem is about the whole file
 * @param column counted from 1; 0 if not known
 * @param element the element it is about, as the user calls it, such as {@code module "control"}; empty if none
 * @param message what is wrong; one sentence without the full stop. Very long words in it are cut
 * @param remedy what to do next; one or more whole sentences, empty if the message says it all
 */
public record Problem(Severity severity, Path file, int line, int column, String element, String message, String remedy) {

    public Problem {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(file);
        element = Shortened.text(element);
        message = Shortened.text(message);
        remedy = Shortened.text(remedy);
    }

    /** An error at a place in a file. */
    public static Problem error(Path file, Position position, String element, String message, String remedy) {
        return new Problem(Severity.ERROR, file, position.line(), position.column(), element, message, remedy);
    }

    /** An error about a file as a whole. */
    public static Problem error(Path file, String message, String remedy) {
        return error(file, Position.NONE, "", message, remedy);
    }

    /** A warning at a place in a file. */
    public static Problem warning(Path file, Position position, String element, String message, String remedy) {
        return new Problem(Severity.WARNING, file, position.line(), position.column(), element, message, remedy);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line: error: message. remedy}, as compilers print it, so that terminals and editors can jump there. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file.toString();
        String text = place + ": " + severity.label() + ": " + message + ".";
        return remedy.isEmpty() ? text : text + " " + remedy;
    }
}
