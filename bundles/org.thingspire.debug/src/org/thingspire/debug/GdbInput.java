// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What GDB is to do once it has taken hold of a node.
 *
 * @param script a file of GDB commands to execute first, if any
 * @param commands GDB commands to execute after that
 * @param interactive whether the user goes on from there; else GDB ends, with an error if the last command failed
 */
public record GdbInput(Optional<Path> script, List<String> commands, boolean interactive) {

    public GdbInput {
        commands = List.copyOf(commands);
    }

    /** The user types. */
    public static GdbInput fromUser() {
        return new GdbInput(Optional.empty(), List.of(), true);
    }

    /** Nobody looks on. */
    public static GdbInput batch(List<String> commands) {
        return new GdbInput(Optional.empty(), commands, false);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (!interactive) {
            arguments.add("-batch");
        }
        script.ifPresent(file -> arguments.addAll(List.of("-x", file.toString())));
        commands.forEach(command -> arguments.addAll(List.of("-ex", command)));
        return arguments;
    }
}
