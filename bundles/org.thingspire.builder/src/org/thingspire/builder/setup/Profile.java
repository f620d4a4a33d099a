// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.setup;

import java.nio.file.Path;

/** How modules are compiled. */
public enum Profile {

    /** At the optimization level that each placement asks for. */
    RELEASE("release", 2048),

    /** Without optimization: each source line is stepped through, each variable is where the source says. */
    DEBUG("debug", 6144);

    private final String folder;

    private final int taskStack;

    Profile(String folder, int taskStack) {
        this.folder = folder;
        this.taskStack = taskStack;
    }

    /** Where what is built of a project goes; builds of different profiles don't disturb each other. */
    public Path buildFolder(Path project) {
        return project.resolve("build").resolve(folder);
    }

    /** Bytes of stack for each task on a device; code that is not optimized keeps every value on the stack. */
    public int taskStack() {
        return taskStack;
    }
}
