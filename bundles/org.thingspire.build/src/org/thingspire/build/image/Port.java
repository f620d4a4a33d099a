// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.thingspire.topology.UserException;
import org.thingspire.topology.board.Board;
import org.thingspire.topology.json.FieldException;
import org.thingspire.topology.json.JsonFile;
import org.thingspire.topology.json.JsonSection;

/**
 * What the runtime's {@code port.json} says of how it is built for a family of boards.
 *
 * @param sources folders whose .c and .S files belong to it, relative to the runtime
 * @param includes folders of headers, relative to the runtime
 * @param flags for clang
 * @param linkerScript relative to the runtime; empty where the system's own is used
 */
record Port(String name, List<String> sources, List<String> includes, List<String> flags, String linkerScript) {

    /** @throws UserException if the description is damaged */
    static Port read(Path runtime, String name) {
        return JsonFile.read(runtime.resolve("port").resolve(name).resolve("port.json"), "port description", root -> read(runtime, name, root));
    }

    private static Port read(Path runtime, String folder, JsonSection root) {
        String name = root.text("name");
        if (!name.equals(folder)) {
            throw new FieldException("\"name\" is \"%s\", but the folder is \"%s\"".formatted(name, folder));
        }
        List<String> sources = folders(runtime, "sources", root);
        if (sources.isEmpty()) {
            throw new FieldException("\"sources\" is missing or empty");
        }
        return new Port(name, sources, folders(runtime, "includes", root), root.texts("flags"), linkerScript(runtime, name, root));
    }

    private static List<String> folders(Path runtime, String key, JsonSection root) {
        List<String> folders = root.texts(key);
        for (int i = 0; i < folders.size(); i++) {
            require(folders.get(i), "%s[%s]".formatted(key, i), folder -> Files.isDirectory(runtime.resolve(folder)));
        }
        return folders;
    }

    private static String linkerScript(Path runtime, String name, JsonSection root) {
        if (name.equals(Board.HOSTED_PORT)) {
            return "";
        }
        String script = root.text("linkerScript");
        require(script, "linkerScript", file -> Files.isRegularFile(runtime.resolve(file)));
        return script;
    }

    private static void require(String path, String field, Predicate<String> isThere) {
        if (!isThere.test(path)) {
            throw new FieldException("\"%s\" is \"%s\", which the runtime does not have".formatted(field, path));
        }
    }

    /** Whether the image runs under an operating system that brings linker script, libc and threads. */
    boolean isHosted() {
        return linkerScript.isEmpty();
    }
}
