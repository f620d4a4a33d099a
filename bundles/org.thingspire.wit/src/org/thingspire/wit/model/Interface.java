// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Position;

/**
 * An interface: what modules export and import together.
 *
 * @param id as modules and wires name it: {@code house:climate/probe}, with a version {@code house:climate/probe@1.0.0}
 * @param packageId the part of it that names the package, without the version: {@code house:climate}
 * @param file where it is declared
 * @param position its name in the file
 * @param types what it declares itself, in order
 * @param functions in order; those of resources too
 */
public record Interface(String id, String packageId, Path file, Position position, List<Type.Named> types, List<Function> functions,
        String docs) {

    public Interface {
        types = List.copyOf(types);
        functions = List.copyOf(functions);
    }

    public Optional<Function> function(String name) {
        return functions.stream().filter(function -> function.name().equals(name)).findFirst();
    }

    public List<String> functionNames() {
        return functions.stream().map(Function::name).toList();
    }
}
