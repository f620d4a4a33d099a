// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.problem.AtomicFile;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;

/**
 * What the last build knows of an application: of its modules after their compilation, of its images after their links. Each build
 * leaves it in its folder, for those who ask before the next.
 *
 * @param modules by the module's name
 * @param images by the node's name
 */
public record Measured(Map<String, ModuleNeeds> modules, Map<String, ImageSizes> images) {

    /** What is known of an application that was never built. */
    public static final Measured NOTHING = new Measured(Map.of(), Map.of());

    private static final String MODULES = "modules.json";
    private static final String SIZES = "sizes.json";

    public Measured {
        modules = Map.copyOf(modules);
        images = Map.copyOf(images);
    }

    /**
     * Of a build folder with {@code modules.json}, and {@code nodes/<node>/sizes.json} for each image. What is not there, or not
     * whole, is not known.
     */
    public static Measured read(Path buildFolder) {
        Map<String, ModuleNeeds> modules = read(buildFolder.resolve(MODULES), new TypeToken<Map<String, ModuleNeeds>>() {}).orElse(Map.of());
        Map<String, ImageSizes> images = new LinkedHashMap<>();
        for (Path node : nodeFolders(buildFolder.resolve("nodes"))) {
            read(node.resolve(SIZES), TypeToken.get(ImageSizes.class)).ifPresent(sizes -> images.put(node.getFileName().toString(), sizes));
        }
        return new Measured(modules, images);
    }

    private static List<Path> nodeFolders(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static <T> Optional<T> read(Path file, TypeToken<T> type) {
        try {
            return Optional.ofNullable(new Gson().fromJson(Files.readString(file), type));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no JSON, or a record refused what lacks a part: the next build writes it anew
        }
    }

    /** All files from which that is read, those that are there now. */
    public static List<Path> files(Path buildFolder) {
        return Stream.concat(Stream.of(buildFolder.resolve(MODULES)), nodeFolders(buildFolder.resolve("nodes")).stream().map(Measured::sizesIn))
                .filter(Files::exists).toList();
    }

    /** The file below a node's folder. */
    public static Path sizesIn(Path nodeFolder) {
        return nodeFolder.resolve(SIZES);
    }

    /** The text of such a file. */
    public static String toText(ImageSizes sizes) {
        return new Gson().toJson(sizes);
    }

    /** Writes what modules need into a build folder, if it says something else so far. */
    public static void writeModules(Path buildFolder, Map<String, ModuleNeeds> modules) throws IOException {
        Files.createDirectories(buildFolder);
        Path file = buildFolder.resolve(MODULES);
        String text = new Gson().toJson(modules);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            AtomicFile.write(file, text);
        }
    }
}
