// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Position;

/**
 * What stands in one file.
 *
 * @param packageName the package it says it belongs to; empty if it leaves that to the other files of its folder
 * @param packagePosition where it says so
 * @param declarations what it adds to that package
 * @param nested further packages in braces, with all that is in them
 */
public record WitFile(Path path, Optional<PackageName> packageName, Position packagePosition, List<Declaration> declarations,
        List<NestedPackage> nested) {

    /** {@code package a:b { ... }} */
    public record NestedPackage(PackageName name, Position position, List<Declaration> declarations) {
    }
}
