// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.Locale;

/**
 * Whom a byte of an image belongs to.
 *
 * @param name a module, a part of the runtime, a stack, a library; for the other kinds, what it is
 */
public record Owner(Kind kind, String name) {

    static final Owner WIRING = new Owner(Kind.WIRING, "wiring");
    /**
     * Equal strings and constants of all objects, which the linker stores once. It doesn't say which objects they come from, and
     * taking a module away may free none of them: so they belong to nobody in particular.
     */
    static final Owner MERGED = new Owner(Kind.SHARED, "merged constants");
    static final Owner UNWINDING = new Owner(Kind.SHARED, "unwind table");
    static final Owner TABLES = new Owner(Kind.LINKER, "linker's tables and veneers");
    static final Owner SCRIPT = new Owner(Kind.LINKER, "linker script");
    static final Owner HEADERS = new Owner(Kind.LINKER, "ELF headers");
    static final Owner ALIGNMENT = new Owner(Kind.LINKER, "alignment in sections");
    static final Owner SECTION_ALIGNMENT = new Owner(Kind.LINKER, "alignment between sections");
    static final Owner FREE = new Owner(Kind.LINKER, "left free between sections");

    /** Kinds in the order in which a reader asks for them. */
    public enum Kind {
        /** A module's object. */
        MODULE,
        /** A thread's stack with its guard. */
        STACK,
        /** What was generated to join the node's modules. */
        WIRING,
        /** A source folder of the runtime. */
        RUNTIME,
        /** Compiler support, the C library and its start files: each archive on its own. */
        LIBRARY,
        /** What the linker made out of the input of several owners. */
        SHARED,
        /** What the linker or its script added. */
        LINKER
    }

    /** How a person reads it, such as {@code module control} or {@code stack tick}. */
    public String label() {
        return switch (kind) {
            case MODULE, STACK, RUNTIME, LIBRARY -> kind.name().toLowerCase(Locale.ROOT) + " " + name;
            case WIRING, SHARED, LINKER -> name;
        };
    }
}
