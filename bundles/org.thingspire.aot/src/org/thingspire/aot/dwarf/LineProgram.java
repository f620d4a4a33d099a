// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

import java.util.ArrayList;
import java.util.List;

/**
 * One unit of {@code .debug_line}, versions 2 to 5: runs its state machine (DWARF 5, 6.2) and collects the rows.
 */
final class LineProgram {

    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;
    private static final int ADDRESS_BYTES = 4;

    /** Code from {@code address} to the next row's belongs to {@code position}; the last row of a sequence only ends it. */
    record Row(long address, SourcePosition position, boolean endsSequence) {
    }

    private record FileName(String name, int directory) {
    }

    private final DwarfBuffer in;
    private final DebugSections sections;
    private final int version;
    private final List<String> directories = new ArrayList<>();
    private final List<FileName> files = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private long address;
    private int file = 1;
    private int line = 1;
    private int column;

    private LineProgram(DwarfBuffer unit, String compilationDirectory, DebugSections sections) {
        this.in = unit;
        this.sections = sections;
        this.version = in.u16();
        if (version < 2 || version > 5) {
            throw new IllegalArgumentException("line table version " + version);
        }
        if (version < 5) {
            directories.add(compilationDirectory);
            files.add(new FileName("", 0));
        }
    }

    /**
     * @param unit                 after its length
     * @param compilationDirectory what paths are relative to, for versions before 5
     */
    static List<Row> run(DwarfBuffer unit, String compilationDirectory, DebugSections sections) {
        LineProgram program = new LineProgram(unit, compilationDirectory, sections);
        program.run();
        return program.rows;
    }

    private void run() {
        if (version >= 5) {
            in.skip(2);                                 // address_size, segment_selector_size
        }
        DwarfBuffer header = in.take(in.u32());
        int instructionLength = header.u8();
        if (version >= 4) {
            header.skip(1);                             // maximum_operations_per_instruction: no VLIW here
        }
        header.skip(1);                                 // default_is_stmt: statements begin where the line changes
        int lineBase = header.s8();
        int lineRange = header.u8();
        int opcodeBase = header.u8();
        int[] operands = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            operands[i] = header.u8();
        }
        readNames(header);
        while (in.hasRemaining()) {
            int opcode = in.u8();
            if (opcode >= opcodeBase) {
                int adjusted = opcode - opcodeBase;
                address += (long) adjusted / lineRange * instructionLength;
                line += lineBase + adjusted % lineRange;
                addRow(false);
            } else if (opcode == 0) {
                extended(in.take(in.uleb()));
            } else {
                standard(opcode, operands[opcode], instructionLength, (255 - opcodeBase) / lineRange);
            }
        }
    }

    private void standard(int opcode, int operands, int instructionLength, int constantAdvance) {
        switch (opcode) {
            case 1 -> addRow(false);                                            // copy
            case 2 -> address += in.uleb() * instructionLength;                 // advance_pc
            case 3 -> line += (int) in.sleb();                                  // advance_line
            case 4 -> file = (int) in.uleb();                                   // set_file
            case 5 -> column = (int) in.uleb();                                 // set_column
            case 8 -> address += (long) constantAdvance * instructionLength;    // const_add_pc
            case 9 -> address += in.u16();                                      // fixed_advance_pc
            default -> {
                for (int i = 0; i < operands; i++) {
                    in.uleb();
                }
            }
        }
    }

    private void extended(DwarfBuffer operation) {
        switch (operation.u8()) {
            case 1 -> {                                                         // end_sequence
                addRow(true);
                address = 0;
                file = 1;
                line = 1;
                column = 0;
            }
            case 2 -> address = operation.unsigned(ADDRESS_BYTES);              // set_address
            case 3 -> files.add(fileBeforeVersion5(operation, operation.string())); // define_file
            default -> {}
        }
    }

    private void addRow(boolean endsSequence) {
        FileName name = file >= 0 && file < files.size() ? files.get(file) : new FileName("", 0);
        String directory = name.directory() < directories.size() ? directories.get(name.directory()) : "";
        // A directory other than the first is relative to it unless it is absolute.
        if (name.directory() > 0 && !directory.startsWith("/") && !directories.getFirst().isEmpty()) {
            directory = directories.getFirst() + "/" + directory;
        }
        rows.add(new Row(address, new SourcePosition(directory, name.name(), line, column), endsSequence));
    }

    private void readNames(DwarfBuffer header) {
        if (version >= 5) {
            for (FileName directory : entries(header)) {
                directories.add(directory.name());
            }
            files.addAll(entries(header));
            return;
        }
        for (String name = header.string(); !name.isEmpty(); name = header.string()) {
            directories.add(name);
        }
        for (String name = header.string(); !name.isEmpty(); name = header.string()) {
            files.add(fileBeforeVersion5(header, name));
        }
    }

    private static FileName fileBeforeVersion5(DwarfBuffer from, String name) {
        int directory = (int) from.uleb();
        from.uleb();                                    // time of modification
        from.uleb();                                    // length in bytes
        return new FileName(name, directory);
    }

    /** A version 5 table of directories or files, which describes its own columns. */
    private List<FileName> entries(DwarfBuffer header) {
        int columns = header.u8();
        int[] contents = new int[columns];
        int[] forms = new int[columns];
        for (int i = 0; i < columns; i++) {
            contents[i] = (int) header.uleb();
            forms[i] = (int) header.uleb();
        }
        long count = header.uleb();
        List<FileName> result = new ArrayList<>();
        for (long entry = 0; entry < count; entry++) {
            String name = "";
            int directory = 0;
            for (int i = 0; i < columns; i++) {
                Object value = Forms.read(forms[i], header, ADDRESS_BYTES, sections);
                switch (contents[i]) {
                    case CONTENT_PATH -> name = (String) value;
                    case CONTENT_DIRECTORY -> directory = ((Long) value).intValue();
                    default -> {}
                }
            }
            result.add(new FileName(name, directory));
        }
        return result;
    }
}
