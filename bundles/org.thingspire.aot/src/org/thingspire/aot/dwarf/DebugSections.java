// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

import java.util.Optional;
import java.util.function.Function;

/** A module's DWARF sections, found by name ({@code .debug_line}); a missing one is empty. */
final class DebugSections {

    private final Function<String, Optional<byte[]>> find;

    DebugSections(Function<String, Optional<byte[]>> find) {
        this.find = find;
    }

    DwarfBuffer section(String name) {
        return new DwarfBuffer(find.apply(name).orElse(new byte[0]));
    }

    /** A string in {@code .debug_str} or {@code .debug_line_str}. */
    String string(String section, long offset) {
        return section(section).at(offset).string();
    }
}
