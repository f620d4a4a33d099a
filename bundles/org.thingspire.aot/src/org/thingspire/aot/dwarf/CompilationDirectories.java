// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

import java.util.HashMap;
import java.util.Map;

/**
 * Which directory each line program's relative paths start from. Up to DWARF 4 only the compile unit that owns the
 * program says so ({@code .debug_info}: {@code DW_AT_comp_dir}, {@code DW_AT_stmt_list}); since DWARF 5 the program itself does.
 *
 * <p>Reads the first entry of each unit only. The place where the entries of functions and variables would be read.
 */
final class CompilationDirectories {

    private static final int AT_STMT_LIST = 0x10;
    private static final int AT_COMP_DIR = 0x1b;
    private static final int LAST_VERSION = 4;

    private CompilationDirectories() {
    }

    /** From a line program's offset in {@code .debug_line} to its directory. */
    static Map<Long, String> read(DebugSections sections) {
        Map<Long, String> directories = new HashMap<>();
        DwarfBuffer info = sections.section(".debug_info");
        while (info.hasRemaining()) {
            DwarfBuffer unit = info.take(info.initialLength());
            if (unit.u16() <= LAST_VERSION) {
                DwarfBuffer abbreviations = sections.section(".debug_abbrev").at(unit.u32());
                int addressBytes = unit.u8();
                readUnit(unit, abbreviations, addressBytes, sections, directories);
            }
        }
        return directories;
    }

    private static void readUnit(DwarfBuffer unit, DwarfBuffer abbreviations, int addressBytes, DebugSections sections,
            Map<Long, String> directories) {
        long code = unit.uleb();
        // The unit's own entry comes first, and so does its abbreviation in what every producer writes.
        if (code == 0 || abbreviations.uleb() != code) {
            return;
        }
        abbreviations.uleb();
        abbreviations.u8();
        Object directory = null;
        Object program = null;
        while (true) {
            int attribute = (int) abbreviations.uleb();
            int form = (int) abbreviations.uleb();
            if (attribute == 0 && form == 0) {
                break;
            }
            Object value = Forms.read(form, unit, addressBytes, sections);
            switch (attribute) {
                case AT_COMP_DIR -> directory = value;
                case AT_STMT_LIST -> program = value;
                default -> {}
            }
        }
        if (directory instanceof String text && program instanceof Long offset) {
            directories.put(offset, text);
        }
    }
}
