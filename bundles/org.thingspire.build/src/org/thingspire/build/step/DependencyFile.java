// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the Make rule that clang's {@code -MD} writes: which files a compilation read. */
public final class DependencyFile {

    private DependencyFile() {
    }

    /** @param folder where the compiler ran; relative names are resolved against it */
    public static List<Path> read(Path file, Path folder) throws IOException {
        String rule = Files.readString(file).replace("\\\n", " ");
        List<Path> files = new ArrayList<>();
        // A space inside a name is written as "\ ".
        for (String name : rule.substring(rule.indexOf(": ") + 1).trim().split("(?<!\\\\)\\s+")) {
            files.add(folder.resolve(name.replace("\\ ", " ")).normalize());
        }
        return files;
    }
}
