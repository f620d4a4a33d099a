// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

/**
 * The name of a package.
 *
 * @param id {@code namespace:name}
 * @param version a semantic version; empty if it has none
 */
public record PackageName(String id, String version) {

    /** The full name of something that the package declares, such as {@code house:climate/probe@1.0.0}. */
    public String member(String name) {
        return version.isEmpty() ? id + "/" + name : id + "/" + name + "@" + version;
    }

    @Override
    public String toString() {
        return version.isEmpty() ? id : id + "@" + version;
    }
}
