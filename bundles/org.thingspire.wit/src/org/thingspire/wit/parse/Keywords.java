// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.Set;

/** The words that are no names unless a percent sign stands in front of them (WIT.md, "Keywords"). */
final class Keywords {

    private static final Set<String> ALL = Set.of("as", "async", "bool", "borrow", "char", "constructor", "enum", "export", "f32", "f64",
            "flags", "from", "func", "future", "import", "include", "interface", "list", "option", "own", "package", "record", "resource",
            "result", "s16", "s32", "s64", "s8", "static", "stream", "string", "tuple", "type", "u16", "u32", "u64", "u8", "use", "variant",
            "with", "world");

    /** With these a declaration begins: where reading can go on after a mistake. */
    private static final Set<String> DECLARING = Set.of("enum", "export", "flags", "import", "include", "interface", "package", "record",
            "resource", "type", "use", "variant", "world");

    private Keywords() {
    }

    static boolean contains(String word) {
        return ALL.contains(word);
    }

    static boolean declares(String word) {
        return DECLARING.contains(word);
    }
}
