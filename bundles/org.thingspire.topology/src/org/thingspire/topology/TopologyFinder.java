// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/** Finds the topology of a project: the one {@code .topology} file in its folder. */
public final class TopologyFinder {

    /** The ending of topology files, with the dot. */
    public static final String EXTENSION = ".topology";

    private TopologyFinder() {
    }

    /**
     * @param project the folder of a project, or the topology file itself
     * @throws UserException if there is no such folder, or not exactly one topology in it
     */
    public static Path find(Path project) {
        if (Files.isRegularFile(project) && isTopology(project)) {
            return project;
        }
        if (!Files.isDirectory(project)) {
            throw new UserException(Problem.error(project, "there is no such project folder",
                    "Check the path, or create a project with: thingspire new " + project));
        }
        List<Path> found = topologiesIn(project);
        return switch (found.size()) {
            case 1 -> found.get(0);
            case 0 -> throw new UserException(Problem.error(project, "there is no " + EXTENSION + " file in this folder",
                    "A project has exactly one: put it back, or make a new project (in a shell: thingspire new)."));
            default -> throw new UserException(Problem.error(project, "there are several topologies in this folder: "
                    + found.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", ")),
                    "Name the one that you mean instead of the folder."));
        };
    }

    private static List<Path> topologiesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(TopologyFinder::isTopology).sorted().toList();
        } catch (IOException e) {
            throw new UserException(Problem.error(folder, "folder can not be read (" + IoReason.of(e) + ")", "Check its permissions."));
        }
    }

    private static boolean isTopology(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(EXTENSION) && !name.startsWith(".");
    }
}
