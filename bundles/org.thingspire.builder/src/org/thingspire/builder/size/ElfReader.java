// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.builder.size.ElfFile.Section;
import org.thingspire.builder.size.ElfFile.Segment;
import org.thingspire.builder.size.ElfFile.Symbol;

/**
 * Decodes {@link ElfFile}. Every offset and size is checked against the file before it is followed, so that a file that was cut
 * off or overwritten gives a message and never a wrong report.
 */
final class ElfReader {

    private static final int MAGIC = 0x464c457f;
    private static final int SHT_NULL = 0;
    private static final int SHT_SYMTAB = 2;
    private static final int SHT_NOBITS = 8;
    private static final int SHN_XINDEX = 0xffff;
    private static final int PN_XNUM = 0xffff;

    private final Path path;
    private final ByteBuffer file;
    private boolean wide;

    ElfReader(Path path, ByteBuffer file) {
        this.path = path;
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    ElfFile read() throws DamagedFileException {
        readIdentification();
        int header = wide ? 64 : 52;
        require(header <= file.capacity(), "ends within the ELF header");
        long programHeaders = word(wide ? 32 : 28);
        long sectionHeaders = word(wide ? 40 : 32);
        int counts = wide ? 54 : 42;
        List<RawSection> raw = readSectionHeaders(sectionHeaders, half(counts + 4), half(counts + 6));
        List<Section> sections = nameSections(raw, half(counts + 8));
        int segmentCount = half(counts + 2);
        if (segmentCount == PN_XNUM) {
            require(!raw.isEmpty(), "says that its first section counts the program headers, but has no section");
            segmentCount = raw.getFirst().info();
        }
        List<Segment> segments = readSegments(programHeaders, half(counts), segmentCount);
        long headerSize = segments.isEmpty() ? header : Math.max(header, programHeaders + (long) half(counts) * segmentCount);
        return new ElfFile(path, wide, headerSize, sections, segments, readSymbols(raw, sections));
    }

    private void readIdentification() throws DamagedFileException {
        require(file.capacity() >= 16 && file.getInt(0) == MAGIC, "is not an ELF file");
        int elfClass = file.get(4);
        require(elfClass == 1 || elfClass == 2, "has unknown ELF class " + elfClass);
        require(file.get(5) == 1, "is not little-endian");
        require(file.get(6) == 1, "has unknown ELF version " + file.get(6));
        wide = elfClass == 2;
    }

    /** A section header whose name isn't resolved yet; link and info mean something else for each type. */
    private record RawSection(int name, int type, long flags, long address, long offset, long size, int link, int info, long alignment) {
    }

    private List<RawSection> readSectionHeaders(long offset, int entrySize, int shortCount) throws DamagedFileException {
        if (offset == 0) {
            return List.of();
        }
        require(entrySize == (wide ? 64 : 40), "has section headers of " + entrySize + " bytes");
        requireInside(offset, entrySize, "section headers");
        long count = shortCount != 0 ? shortCount : readSection((int) offset).size();
        require(count >= 0 && count <= file.capacity() / entrySize, "has an impossible number of section headers, " + count);
        requireInside(offset, count * entrySize, "section headers");
        List<RawSection> sections = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            sections.add(readSection((int) offset + i * entrySize));
        }
        return sections;
    }

    private RawSection readSection(int at) {
        return wide
                ? new RawSection(file.getInt(at), file.getInt(at + 4), word(at + 8), word(at + 16), word(at + 24), word(at + 32),
                        file.getInt(at + 40), file.getInt(at + 44), word(at + 48))
                : new RawSection(file.getInt(at), file.getInt(at + 4), word(at + 8), word(at + 12), word(at + 16), word(at + 20),
                        file.getInt(at + 24), file.getInt(at + 28), word(at + 32));
    }

    private List<Section> nameSections(List<RawSection> raw, int shortIndex) throws DamagedFileException {
        if (raw.isEmpty()) {
            return List.of();
        }
        int index = shortIndex == SHN_XINDEX ? raw.getFirst().link() : shortIndex;
        require(index >= 0 && index < raw.size(), "has no section " + index + " for the sections' names");
        RawSection names = raw.get(index);
        requireInside(names.offset(), names.size(), "section names");
        List<Section> sections = new ArrayList<>(raw.size());
        for (RawSection section : raw) {
            String name = string(names, section.name());
            if (section.type() != SHT_NOBITS && section.type() != SHT_NULL) {
                requireInside(section.offset(), section.size(), "section " + name);
            }
            require(section.size() >= 0 || section.type() == SHT_NULL, "section " + name + " has an impossible size");
            sections.add(new Section(name, section.type(), section.flags(), section.address(), section.offset(), section.size(),
                    section.alignment()));
        }
        return sections;
    }

    private List<Segment> readSegments(long offset, int entrySize, int count) throws DamagedFileException {
        if (offset == 0 || count == 0) {
            return List.of();
        }
        require(entrySize == (wide ? 56 : 32), "has program headers of " + entrySize + " bytes");
        requireInside(offset, (long) entrySize * count, "program headers");
        List<Segment> segments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = (int) offset + i * entrySize;
            Segment segment = wide
                    ? new Segment(file.getInt(at), file.getInt(at + 4), word(at + 8), word(at + 16), word(at + 24), word(at + 32),
                            word(at + 40))
                    : new Segment(file.getInt(at), file.getInt(at + 24), word(at + 4), word(at + 8), word(at + 12), word(at + 16),
                            word(at + 20));
            requireInside(segment.offset(), segment.fileSize(), "segment " + i);
            segments.add(segment);
        }
        for (Segment segment : new ElfFile(path, wide, 0, List.of(), segments, List.of()).loadedSegments()) {
            require(segment.fileSize() <= segment.memorySize(), "has a segment at " + hex(segment.address())
                    + " with more bytes in the file than in memory");
        }
        return segments;
    }

    private List<Symbol> readSymbols(List<RawSection> raw, List<Section> sections) throws DamagedFileException {
        List<Symbol> symbols = new ArrayList<>();
        int entrySize = wide ? 24 : 16;
        for (RawSection table : raw) {
            if (table.type() != SHT_SYMTAB) {
                continue;
            }
            require(table.size() % entrySize == 0, "has a symbol table of " + table.size() + " bytes");
            require(table.link() > 0 && table.link() < sections.size(), "has no section " + table.link() + " for the symbols' names");
            RawSection names = raw.get(table.link());
            for (int at = (int) table.offset(); at < table.offset() + table.size(); at += entrySize) {
                String name = string(names, file.getInt(at));
                symbols.add(wide
                        ? new Symbol(name, word(at + 8), word(at + 16), file.get(at + 4) & 0xff, half(at + 6))
                        : new Symbol(name, word(at + 4), word(at + 8), file.get(at + 12) & 0xff, half(at + 14)));
            }
        }
        return symbols;
    }

    private String string(RawSection table, int at) throws DamagedFileException {
        require(at >= 0 && at < table.size() && table.type() != SHT_NOBITS, "has a name outside of its string table");
        int start = (int) table.offset() + at;
        int limit = (int) (table.offset() + table.size());
        int end = start;
        while (end < limit && file.get(end) != 0) {
            end++;
        }
        require(end < limit, "has a string table without an end");
        return new String(file.array(), start, end - start, StandardCharsets.UTF_8);
    }

    /** A number of the class's width: Elf32_Word, Elf32_Addr, Elf32_Off, or their 64-bit kin. */
    private long word(int at) {
        return wide ? file.getLong(at) : file.getInt(at) & 0xffff_ffffL;
    }

    private int half(int at) {
        return file.getShort(at) & 0xffff;
    }

    private void requireInside(long offset, long size, String what) throws DamagedFileException {
        require(offset >= 0 && size >= 0 && offset <= file.capacity() && size <= file.capacity() - offset,
                "is " + file.capacity() + " bytes long, but its " + what + " would end at " + hex(offset + size));
    }

    private void require(boolean condition, String problem) throws DamagedFileException {
        if (!condition) {
            throw new DamagedFileException(path, problem);
        }
    }

    static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }
}
