// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which source line each instruction of a module comes from, as far as its producer said so in DWARF.
 *
 * <p>Addresses are byte offsets into the code section's content (WebAssembly tool conventions, DWARF). The sequences of
 * functions that the linker dropped stand at address 0 or near the top of the address space, where no code is.
 */
public final class LineTable {

    private static final LineTable EMPTY = new LineTable(List.of());

    /** From a row's address to its position; {@code null} where a sequence ends or the row makes no sense. */
    private final NavigableMap<Long, SourcePosition> positions = new TreeMap<>();

    private LineTable(List<LineProgram.Row> rows) {
        boolean inSequence = false;
        boolean dead = false;
        for (LineProgram.Row row : rows) {
            dead = inSequence ? dead : row.address() == 0;
            inSequence = !row.endsSequence();
            if (!dead && row.endsSequence()) {
                positions.putIfAbsent(row.address(), null);
            } else if (!dead) {
                boolean sensible = !row.position().file().isEmpty() && row.position().line() >= 0;
                positions.put(row.address(), sensible ? row.position() : null);
            }
        }
    }

    /**
     * @param customSections finds a custom section's content by its name
     * @return an empty table if there is no DWARF, or none that can be read: it is a convenience of its producer, not a part
     *         of the program
     */
    public static LineTable read(Function<String, Optional<byte[]>> customSections) {
        DebugSections sections = new DebugSections(customSections);
        try {
            Map<Long, String> directories = CompilationDirectories.read(sections);
            List<LineProgram.Row> rows = new ArrayList<>();
            DwarfBuffer lines = sections.section(".debug_line");
            while (lines.hasRemaining()) {
                long offset = lines.position();
                DwarfBuffer unit = lines.take(lines.initialLength());
                rows.addAll(LineProgram.run(unit, directories.getOrDefault(offset, ""), sections));
            }
            return new LineTable(rows);
        } catch (RuntimeException e) {
            return EMPTY;
        }
    }

    /** Whether any instruction has a position. */
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    /** The position of the instruction at that offset into the code section's content. */
    public Optional<SourcePosition> at(long codeOffset) {
        Map.Entry<Long, SourcePosition> row = positions.floorEntry(codeOffset);
        return row == null ? Optional.empty() : Optional.ofNullable(row.getValue());
    }

    /** The first position with a line in {@code from} (inclusive) to {@code to} (exclusive): where a function begins. */
    public Optional<SourcePosition> firstIn(long from, long to) {
        return positions.subMap(from, true, to, false).values().stream()
                .filter(position -> position != null && position.line() > 0).findFirst();
    }
}
