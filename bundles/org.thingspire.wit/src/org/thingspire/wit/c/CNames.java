// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.Locale;
import java.util.Set;

/** Names of interfaces as C text. */
final class CNames {

    /** Of C23 and of the headers that are included: they can't be parameters. */
    private static final Set<String> TAKEN = Set.of(
            "alignas", "alignof", "asm", "auto", "bool", "break", "case", "char", "const", "constexpr", "continue", "default",
            "do", "double", "else", "enum", "extern", "false", "float", "for", "goto", "if", "inline", "int", "long", "nullptr",
            "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "thread_local", "true",
            "typedef", "typeof", "union", "unsigned", "void", "volatile", "while");

    private CNames() {
    }

    /** {@code house:climate/probe@1.0.0} becomes {@code house_climate_probe_1_0_0.h}. */
    static String header(String interfaceId) {
        return identifier(interfaceId) + ".h";
    }

    /** What all names of an interface begin with: its own name, without the package. */
    static String prefix(String interfaceId) {
        String name = interfaceId.substring(interfaceId.indexOf('/') + 1);
        int version = name.indexOf('@');
        return identifier(version < 0 ? name : name.substring(0, version)) + "_";
    }

    static String identifier(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
    }

    static String constant(String name) {
        return identifier(name).toUpperCase(Locale.ROOT);
    }

    static String parameter(String name) {
        String identifier = identifier(name);
        return TAKEN.contains(identifier) ? identifier + "_" : identifier;
    }
}
