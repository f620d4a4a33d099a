// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.Locale;

/**
 * What all names of an interface begin with in C.
 *
 * @param text in small letters, with an underscore at its end: {@code probe_}
 */
record CPrefix(String text) {

    /** Names of functions that modules define begin with this; no other names do. */
    static final String EXPORTS = "exports_";

    /** The interface's own name, without package and version. */
    static CPrefix shortOf(String interfaceId) {
        String name = interfaceId.substring(interfaceId.indexOf('/') + 1);
        int version = name.indexOf('@');
        return new CPrefix(identifier(version < 0 ? name : name.substring(0, version)) + "_");
    }

    /** Package, name and version, as in the name of the interface's header. */
    static CPrefix longOf(String interfaceId) {
        return new CPrefix(identifier(interfaceId) + "_");
    }

    /** Different names of WIT stay different: only small letters, digits and hyphens tell them apart. */
    static String identifier(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
    }

    /** {@code level} of {@code probe_} is {@code probe_level_t}. */
    String type(String name) {
        return text + identifier(name) + "_t";
    }

    /** Case {@code low} of {@code level} is {@code PROBE_LEVEL_LOW}. */
    String constant(String type, String name) {
        return (text + identifier(type) + "_" + identifier(name)).toUpperCase(Locale.ROOT);
    }

    /** What a module calls. */
    String imported(String function) {
        return text + identifier(function);
    }

    /** What a module defines. */
    String exported(String function) {
        return EXPORTS + imported(function);
    }
}
