// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.thingspire.builder.toolchain.ExternalProgram;

/**
 * One program as the preference page has it now, applied or not.
 *
 * @param named what the user chose in place of what is found
 * @param asked whether what is there was asked for its version
 * @param version as the program says it; empty until it was asked, and of what is another program
 */
record ProgramRow(ExternalProgram program, Optional<Path> named, boolean asked, Optional<String> version) {

    static ProgramRow of(ExternalProgram program, Optional<Path> named) {
        return new ProgramRow(program, named, false, Optional.empty());
    }

    ProgramRow withPath(Optional<Path> other) {
        return of(program, other);
    }

    ProgramRow withAnswer(Optional<String> answer) {
        return new ProgramRow(program, named, true, answer);
    }

    /** Whether it is there and has not said yet what it is. */
    boolean isOpen() {
        return !asked && location().isPresent();
    }

    /** Why what the user chose can't be taken; empty as long as that is not known. */
    Optional<String> complaint() {
        return named.filter(path -> asked && version.isEmpty()).map(path -> "%s is not %s: it does not answer --version as that does."
                .formatted(path, program.command()));
    }

    /** Where it is; empty if it is not there. */
    Optional<Path> location() {
        return named.isPresent() ? named.filter(Files::isExecutable) : program.findOnPath();
    }

    String pathText() {
        return location().map(path -> named.isPresent() ? path + " (chosen)" : path.toString())
                .orElseGet(() -> named.map(path -> "No program at " + path).orElse("Not installed"));
    }

    String versionText() {
        return location().isPresent() ? version.orElse(asked ? "is another" : "") : "";
    }

    /** What to do to get it. */
    String packageText() {
        return program.debianPackage();
    }
}
