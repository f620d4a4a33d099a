// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.thingspire.build.tool.ExternalProgram;

/**
 * One program as the preference page has it now, applied or not.
 *
 * @param named what the user chose in place of what is found
 * @param version as the program says it; empty until it was asked
 */
record ProgramRow(ExternalProgram program, Optional<Path> named, Optional<String> version) {

    ProgramRow withPath(Optional<Path> other) {
        return new ProgramRow(program, other, Optional.empty());
    }

    ProgramRow withVersion(Optional<String> known) {
        return new ProgramRow(program, named, known);
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
        return location().isPresent() ? version.orElse("") : "";
    }

    /** What to do to get it. */
    String packageText() {
        return program.debianPackage();
    }
}
