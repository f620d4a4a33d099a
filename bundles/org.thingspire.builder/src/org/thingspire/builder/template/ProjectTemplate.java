// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.TopologyText;
import org.thingspire.topology.TopologyWriter;

/**
 * A project to begin with. Every template is a working sample, so that none can be broken without a test noticing.
 *
 * @param folder the sample: what is copied, except what builds left there
 */
public record ProjectTemplate(Path folder) {

    private static final String BUILD_FOLDER = "build";

    /** The templates in a folder of samples, sorted by name. */
    public static List<ProjectTemplate> all(Path samples) {
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(Files::isDirectory).sorted().map(ProjectTemplate::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the templates in " + samples + ": " + IoReason.of(e), e);
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /**
     * Makes a project of it. The topology gets the name of the new folder; its comments come along.
     *
     * @return the new topology file
     * @throws UserException if the folder exists and has something in it, or its name can't be an application's
     */
    public Path create(Path project) {
        String name = applicationName(project);
        try {
            refuseUsed(project);
            copy(project);
            Path copied = TopologyFinder.find(project);
            TopologyFile topology = TopologyReader.read(copied);
            TopologyText text = new TopologyText(topology);
            topology.topology().setName(name);
            Path renamed = copied.resolveSibling(name + TopologyFinder.EXTENSION);
            Files.move(copied, renamed);
            TopologyWriter.writeText(text.changed(), renamed);
            return renamed;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't create " + project + ": " + IoReason.of(e), e);
        }
    }

    private static String applicationName(Path project) {
        Path last = project.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new UserException(Problem.error(project, "the folder's name can't be an application's name",
                    "Use letters, digits and hyphens, beginning with a letter."));
        }
        return name;
    }

    private static void refuseUsed(Path project) throws IOException {
        if (!Files.exists(project)) {
            return;
        }
        boolean used = !Files.isDirectory(project);
        if (!used) {
            try (Stream<Path> content = Files.list(project)) {
                used = content.findAny().isPresent();
            }
        }
        if (used) {
            throw new UserException(Problem.error(project, "exists already", "Choose another folder; nothing was changed."));
        }
    }

    private void copy(Path project) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                if (source.equals(folder.resolve(BUILD_FOLDER))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(project.resolve(folder.relativize(source)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Files.copy(source, project.resolve(folder.relativize(source)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
