// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.thingspire.board.json.FieldException;
import org.thingspire.board.json.JsonFile;
import org.thingspire.board.json.JsonSection;
import org.thingspire.problem.UserException;

/**
 * How the runtime is built for a family of boards: what {@code os.json} says of its operating system, and {@code arch.json} of its
 * architecture.
 *
 * @param sources folders whose .c and .S files belong to it, relative to the runtime
 * @param includes folders of headers, relative to the runtime
 * @param flags for clang
 * @param linkerScript relative to the runtime; empty where the system's own is used
 */
public record RuntimePort(List<String> sources, List<String> includes, List<String> flags, String linkerScript) {

    /**
     * Reads what the runtime's folder says of an architecture and an operating system.
     *
     * @throws UserException if one of the two descriptions is damaged
     */
    public static RuntimePort read(Path runtime, String arch, String os) {
        boolean hosted = !os.equals(Board.NO_OS);
        RuntimePort system = read(runtime, "os", os, true);
        RuntimePort architecture = read(runtime, "arch", arch, hosted);
        return new RuntimePort(both(system.sources, architecture.sources), both(system.includes, architecture.includes),
                both(system.flags, architecture.flags), architecture.linkerScript);
    }

    private static RuntimePort read(Path runtime, String kind, String folder, boolean hosted) {
        Path file = runtime.resolve(kind).resolve(folder).resolve(kind + ".json");
        return JsonFile.read(file, "port description", root -> read(runtime, folder, hosted, root));
    }

    private static RuntimePort read(Path runtime, String folder, boolean hosted, JsonSection root) {
        String name = root.text("name");
        if (!name.equals(folder)) {
            throw new FieldException("\"name\" is \"%s\", but the folder is \"%s\"".formatted(name, folder));
        }
        List<String> sources = folders(runtime, "sources", root);
        if (sources.isEmpty()) {
            throw new FieldException("\"sources\" is missing or empty");
        }
        return new RuntimePort(sources, folders(runtime, "includes", root), root.texts("flags"), hosted ? "" : linkerScript(runtime, root));
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<String> folders(Path runtime, String key, JsonSection root) {
        List<String> folders = root.texts(key);
        for (int i = 0; i < folders.size(); i++) {
            require(folders.get(i), "%s[%s]".formatted(key, i), folder -> Files.isDirectory(runtime.resolve(folder)));
        }
        return folders;
    }

    private static String linkerScript(Path runtime, JsonSection root) {
        String script = root.text("linkerScript");
        require(script, "linkerScript", file -> Files.isRegularFile(runtime.resolve(file)));
        return script;
    }

    private static void require(String path, String field, Predicate<String> isThere) {
        if (!isThere.test(path)) {
            throw new FieldException("\"%s\" is \"%s\", which the runtime does not have".formatted(field, path));
        }
    }
}
