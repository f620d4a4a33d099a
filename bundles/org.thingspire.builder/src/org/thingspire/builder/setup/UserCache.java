// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.setup;

import java.nio.file.Path;

/**
 * What is made once and used by all projects of a user. Everything in it can be made again, so the folder may be deleted at any time.
 * Who writes there counts on others that write the same at the same moment.
 */
public record UserCache(Path folder) {

    public UserCache {
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What the environment variable {@code THINGSPIRE_CACHE} names, else a folder where
     * <a href="https://specifications.freedesktop.org/basedir-spec/latest/">the XDG Base Directory Specification</a> has caches.
     */
    public static UserCache standard() {
        String named = System.getenv("THINGSPIRE_CACHE");
        return new UserCache(
                isAbsolute(named) ? Path.of(named) : caches(System.getenv("XDG_CACHE_HOME"), System.getenv("HOME")).resolve("thingspire"));
    }

    /**
     * A relative path in the variable is to be ignored, says the specification. Java does not look at HOME but in the list of users.
     *
     * @param home null or empty where nobody has set it, as for services
     */
    static Path caches(String variable, String home) {
        return isAbsolute(variable) ? Path.of(variable) : Path.of(isAbsolute(home) ? home : System.getProperty("user.home"), ".cache");
    }

    private static boolean isAbsolute(String path) {
        return path != null && Path.of(path).isAbsolute();
    }
}
