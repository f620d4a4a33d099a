// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.thingspire.problem.IoReason;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.TextFile;
import org.thingspire.problem.UserException;
import org.thingspire.wit.model.Interface;
import org.thingspire.wit.parse.WitParser;
import org.thingspire.wit.resolve.PackagePart;
import org.thingspire.wit.resolve.Resolver;
import org.thingspire.wit.syntax.PackageName;
import org.thingspire.wit.syntax.WitFile;

/**
 * The folder {@code wit} of a project, laid out as other tools for components have it: its files are one package; below
 * {@code deps}, each file and each folder is another one (WIT.md, "Package directory structure").
 */
public final class WitFolder {

    /** Below the project's folder. */
    public static final String NAME = "wit";

    private static final String DEPENDENCIES = "deps";
    private static final String EXTENSION = ".wit";

    private final List<Problem> problems = new ArrayList<>();
    private final List<PackagePart> parts = new ArrayList<>();
    private final Map<PackageName, Path> places = new HashMap<>();

    private WitFolder() {
    }

    /**
     * What the folder says.
     *
     * @param interfaces in the order of the files, without functions and types that are wrong; none if a file breaks WIT's grammar
     * @param problems by file and line
     */
    public record Content(InterfaceCatalog interfaces, List<Problem> problems) {
    }

    /** @param project the project's folder; that it has no WIT files is fine */
    public static Content read(Path project) {
        return readFolder(project.resolve(NAME));
    }

    /** @param folder of any name, laid out like a project's */
    public static Content readFolder(Path folder) {
        WitFolder reading = new WitFolder();
        if (Files.isDirectory(folder)) {
            reading.addAll(folder);
        }
        List<Interface> interfaces = reading.problems.stream().anyMatch(Problem::isError) ? List.of()
                : Resolver.resolve(reading.parts);
        return new Content(new InterfaceCatalog(interfaces), reading.problems.stream().distinct().sorted(Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line).thenComparingInt(Problem::column)).toList());
    }

    private void addAll(Path folder) {
        addPackage(files(folder));
        for (Path child : list(folder)) {
            if (Files.isDirectory(child) && !child.endsWith(DEPENDENCIES)) {
                files(child).forEach(file -> problems.add(Problem.warning(file, Position.NONE, "", "nobody reads this file",
                        "Move it to %s, or its folder to %1$s/%s if it is a package of its own.".formatted(NAME, DEPENDENCIES))));
            }
        }
        Path dependencies = folder.resolve(DEPENDENCIES);
        if (Files.isDirectory(dependencies)) {
            files(dependencies).forEach(file -> addPackage(List.of(file)));
            list(dependencies).stream().filter(Files::isDirectory).forEach(each -> addPackage(files(each)));
        }
    }

    /** @param files that belong to one package */
    private void addPackage(List<Path> files) {
        List<WitFile> parsed = new ArrayList<>();
        for (Path file : files) {
            try {
                parsed.add(WitParser.parse(file, TextFile.read(file), problems));
            } catch (UserException e) {
                problems.addAll(e.problems());
            }
        }
        PackageFiles of = new PackageFiles(parsed);
        of.places().forEach(this::addPlace);
        parts.addAll(of.parts(problems));
    }

    /** A package is in one place: the files of one folder, or one pair of braces. */
    private void addPlace(PackageFiles.Place place) {
        Path first = places.putIfAbsent(place.name(), place.file());
        if (first != null) {
            problems.add(Problem.error(place.file(), place.position(), "", "package %s is declared twice, first in %s"
                    .formatted(place.name(), first.getFileName()), "Put all that belongs to it in one place."));
        }
    }

    private static List<Path> files(Path folder) {
        return list(folder).stream().filter(file -> file.toString().endsWith(EXTENSION) && !Files.isDirectory(file)).toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UserException(Problem.error(folder, "folder can not be read (" + IoReason.of(e) + ")",
                    "Check that you may read it."));
        }
    }
}
