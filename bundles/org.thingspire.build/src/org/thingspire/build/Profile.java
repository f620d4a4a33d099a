// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build;

/** How modules are compiled. */
public enum Profile {

    /** At the optimisation level that each placement asks for. */
    RELEASE("release"),

    /** Without optimisation: each source line is stepped through, each variable is where the source says. */
    DEBUG("debug");

    private final String folder;

    Profile(String folder) {
        this.folder = folder;
    }

    /** The folder below a project's build folder; builds of different profiles don't disturb each other. */
    public String folder() {
        return folder;
    }
}
