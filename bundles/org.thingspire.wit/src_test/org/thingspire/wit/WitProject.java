// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.problem.Problem;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;

/** A project that has nothing but WIT files. */
record WitProject(Path folder) {

    static final String FILE = "wit/house.wit";

    WitProject with(String file, String content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With one file, of package {@code house:climate}, with one interface {@code all} of the given content. */
    WitProject withInterface(String items) {
        return with(FILE, "package house:climate;\ninterface all {\n" + items + "\n}\n");
    }

    WitFolder.Content read() {
        return WitFolder.read(folder);
    }

    /** As users see them, with the file's name relative to the project. */
    List<String> problems() {
        return read().problems().stream().map(this::shown).toList();
    }

    private String shown(Problem problem) {
        return "%s:%d:%d: %s. %s".formatted(folder.relativize(problem.file()), problem.line(), problem.column(), problem.message(),
                problem.remedy()).strip();
    }

    Interface find(String id) {
        return read().interfaces().find(id).orElseThrow();
    }

    /** A function of the interface that {@link #withInterface} makes. */
    Function function(String name) {
        return find("house:climate/all").function(name).orElseThrow();
    }
}
