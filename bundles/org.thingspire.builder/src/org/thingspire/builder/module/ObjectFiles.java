// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;

/** Where the objects of a module are: each below the module's folder as its source is below the project's, so that no two are one file. */
final class ObjectFiles {

    /** Stands for "..", and in front of names that begin with it. */
    private static final String UP = "@";

    private ObjectFiles() {
    }

    /** @param source relative to the project */
    static Path below(Path folder, Path source) {
        Path object = folder;
        for (Path name : source.normalize()) {
            object = object.resolve(inside(name.toString()));
        }
        return object.resolveSibling(object.getFileName() + ".o");
    }

    private static String inside(String name) {
        return name.equals("..") ? UP : name.startsWith(UP) ? UP + name : name;
    }
}
