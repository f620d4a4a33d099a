// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a little-endian ELF file of 32 or 64 bits says about its layout: sections, program headers and symbols, in the file's
 * order. All addresses and sizes are bytes; names and meanings are those of the System V ABI, chapters 4 and 5.
 *
 * @param path where it was read from, for messages
 * @param wide whether it is of class ELFCLASS64
 * @param headerSize bytes at the file's beginning that the ELF header and the program headers take
 * @param sections with the null section, so that {@link Symbol#section()} is an index into it
 */
public record ElfFile(Path path, boolean wide, long headerSize, List<Section> sections, List<Segment> segments, List<Symbol> symbols) {

    private static final int SHT_NOBITS = 8;
    private static final int SHF_WRITE = 1;
    private static final int SHF_ALLOC = 2;
    private static final int SHF_EXECINSTR = 4;
    private static final int SHF_TLS = 0x400;
    private static final int PT_LOAD = 1;
    private static final int PF_W = 2;

    public ElfFile {
        sections = List.copyOf(sections);
        segments = List.copyOf(segments);
        symbols = List.copyOf(symbols);
    }

    /**
     * Reads the whole file.
     *
     * @throws DamagedFileException if it isn't a little-endian ELF file or points outside of itself
     * @throws IOException if it can't be read
     */
    public static ElfFile read(Path path) throws IOException {
        return new ElfReader(path, ByteBuffer.wrap(Files.readAllBytes(path))).read();
    }

    /** The non-empty segments that a loader or a flash programmer puts into memory. */
    public List<Segment> loadedSegments() {
        return segments.stream().filter(segment -> segment.type() == PT_LOAD && segment.memorySize() > 0).toList();
    }

    /** The non-empty sections that have a place of their own in memory. */
    public List<Section> residentSections() {
        return sections.stream().filter(section -> section.isResident() && section.size() > 0).toList();
    }

    /** @param type SHT_..., {@code flags} SHF_..., {@code alignment} a power of two, or 0 and 1 for none */
    public record Section(String name, int type, long flags, long address, long offset, long size, long alignment) {

        public long end() {
            return address + size;
        }

        /** Has no bytes in the file and starts as zeros, or as what was there. */
        public boolean isZeroed() {
            return type == SHT_NOBITS;
        }

        public boolean isWritable() {
            return (flags & SHF_WRITE) != 0;
        }

        public boolean isExecutable() {
            return (flags & SHF_EXECINSTR) != 0;
        }

        /**
         * Zeroed thread-local storage has an address but no memory there: every thread gets its own elsewhere, and the next
         * section may start at the same address.
         */
        boolean isResident() {
            return (flags & SHF_ALLOC) != 0 && !(isZeroed() && (flags & SHF_TLS) != 0);
        }
    }

    /**
     * A program header.
     *
     * @param address p_vaddr: where the program finds it when it runs
     * @param loadAddress p_paddr: where the flash programmer puts it
     * @param fileSize bytes that the file holds, at most {@code memorySize}
     */
    public record Segment(int type, int flags, long offset, long address, long loadAddress, long fileSize, long memorySize) {

        public long end() {
            return address + memorySize;
        }

        public boolean isWritable() {
            return (flags & PF_W) != 0;
        }
    }

    /** @param info st_info: binding in the upper, type in the lower four bits; {@code section} st_shndx */
    public record Symbol(String name, long value, long size, int info, int section) {
    }
}
