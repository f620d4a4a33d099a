// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the machine's programs are.
 *
 * @param named those that the user says where they are; all others are the first on PATH
 */
public record ProgramPaths(Map<ExternalProgram, Path> named) {

    /** The user has named none. */
    public static final ProgramPaths ON_PATH = new ProgramPaths(Map.of());

    public ProgramPaths {
        named = Map.copyOf(named);
    }

    /** Finds one; empty if it is not installed, or nothing that can be executed is where the user says. */
    public Optional<Path> find(ExternalProgram program) {
        Path there = named.get(program);
        return there != null ? Optional.of(there).filter(Files::isExecutable) : program.findOnPath();
    }

    /** @throws MissingProgramException if it is not installed */
    public Path require(ExternalProgram program) {
        return find(program).orElseThrow(() -> new MissingProgramException(program));
    }
}
