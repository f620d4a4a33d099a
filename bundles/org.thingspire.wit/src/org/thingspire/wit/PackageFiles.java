// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.wit.parse.Reporter;
import org.thingspire.wit.resolve.PackagePart;
import org.thingspire.wit.syntax.PackageName;
import org.thingspire.wit.syntax.WitFile;

/** Files that make one package together: at least one of them says which, and no other says otherwise. */
record PackageFiles(List<WitFile> files) {

    /** Where a package is declared. */
    record Place(PackageName name, Path file, Position position) {
    }

    /** Of the package that the files make together, and of those in braces. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        files.stream().filter(file -> file.packageName().isPresent()).findFirst()
                .ifPresent(file -> places.add(new Place(file.packageName().get(), file.path(), file.packagePosition())));
        files.forEach(file -> file.nested().forEach(nested -> places.add(new Place(nested.name(), file.path(), nested.position()))));
        return places;
    }

    /** What each file says about this package, and about packages that it has in braces. */
    List<PackagePart> parts(List<Problem> problems) {
        List<PackagePart> parts = new ArrayList<>();
        Optional<PackageName> name = files.stream().flatMap(file -> file.packageName().stream()).findFirst();
        for (WitFile file : files) {
            Reporter reporter = new Reporter(file.path(), problems);
            if (!file.packageName().or(() -> name).equals(name)) {
                reporter.error(file.packagePosition(), "this file belongs to package %s, but others of its folder to %s"
                        .formatted(file.packageName().orElseThrow(), name.orElseThrow()),
                        "Correct the name, or move the file to a folder of its own below wit/deps.");
            }
            if (name.isPresent()) {
                parts.add(new PackagePart(name.get(), file.declarations(), reporter));
            } else if (!file.declarations().isEmpty() && problems.stream().noneMatch(problem -> problem.file().equals(file.path()))) {
                reporter.error(new Position(1, 1), "no file of this folder says to which package it belongs",
                        "Begin with a line such as \"package house:climate;\".");
            }
            file.nested().forEach(nested -> parts.add(new PackagePart(nested.name(), nested.declarations(), reporter)));
        }
        return parts;
    }
}
