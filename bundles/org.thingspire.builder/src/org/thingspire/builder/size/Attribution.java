// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.thingspire.builder.size.ElfFile.Section;
import org.thingspire.builder.size.ElfFile.Segment;
import org.thingspire.builder.size.LinkMap.OutputSection;

/**
 * Walks through every loaded segment of an image, byte range by byte range, and credits each to its owner. A segment's first
 * bytes are in the file and so in flash (if it lies there), all of them are in RAM (if it lies there), or both.
 */
final class Attribution {

    private final ElfFile elf;
    private final ImageRegions layout;
    private final LinkMap map;
    private final SectionDivider divider;
    private final Map<Owner, SizeRow> rows = new HashMap<>();

    Attribution(ElfFile elf, ImageRegions layout, LinkMap map, OwnerRules rules) {
        this.elf = elf;
        this.layout = layout;
        this.map = map;
        this.divider = new SectionDivider(map.path(), rules);
    }

    List<SizeRow> rows() throws DamagedFileException {
        requireNothingOutside();
        for (Segment segment : elf.loadedSegments()) {
            walk(segment);
        }
        for (SegmentGap gap : SegmentGap.inFlash(elf, layout)) {
            credit(new SizeRow(gapOwner(gap.isAlignment()), 0, gap.size(), 0, 0, 0, 0));
        }
        for (SegmentGap gap : SegmentGap.inRam(elf, layout)) {
            credit(new SizeRow(gapOwner(gap.isAlignment()), 0, 0, 0, 0, gap.size(), 0));
        }
        return rows.values().stream().filter(row -> !row.isEmpty()).toList();
    }

    private void requireNothingOutside() throws DamagedFileException {
        List<Segment> segments = elf.loadedSegments();
        for (Segment segment : segments) {
            if (!layout.covers(segment)) {
                throw new IllegalArgumentException("The segment at " + ElfReader.hex(segment.address()) + " of " + elf.path()
                        + " is outside of the board's memories");
            }
        }
        for (Section section : elf.residentSections()) {
            if (segments.stream().noneMatch(segment -> section.address() >= segment.address() && section.end() <= segment.end())) {
                throw new DamagedFileException(elf.path(), "section " + section.name() + " is in no segment; does the linker script"
                        + " place sections in the order of their addresses?");
            }
        }
    }

    private void walk(Segment segment) throws DamagedFileException {
        List<Section> sections = elf.residentSections().stream()
                .filter(section -> section.address() >= segment.address() && section.address() < segment.end())
                .sorted(Comparator.comparingLong(Section::address)).toList();
        long cursor = segment.address();
        for (Section section : sections) {
            creditGap(segment, cursor, section.address(), section.alignment());
            for (Share share : divider.divide(inMap(section))) {
                credit(segment, section, share);
            }
            cursor = section.end();
        }
        creditGap(segment, cursor, segment.end(), 1);
    }

    private OutputSection inMap(Section section) throws DamagedFileException {
        for (OutputSection candidate : map.sections()) {
            if (candidate.name().equals(section.name()) && candidate.address() == section.address()
                    && candidate.size() == section.size()) {
                return candidate;
            }
        }
        throw new DamagedFileException(map.path(), "has no section " + section.name() + " of " + section.size() + " bytes at "
                + ElfReader.hex(section.address()) + " as " + elf.path() + " has: they are of different links");
    }

    private void credit(Segment segment, Section section, Share share) {
        long flash = flashBytes(segment, share.address(), share.end());
        long ram = layout.isInRam(segment) ? share.size() : 0;
        boolean isCopied = ram > 0;
        boolean isCode = section.isExecutable();
        credit(new SizeRow(share.owner(),
                !isCopied && isCode ? flash : 0,
                !isCopied && !isCode ? flash : 0,
                isCopied ? flash : 0,
                !share.isMemory() && !section.isZeroed() ? ram : 0,
                !share.isMemory() && section.isZeroed() ? ram : 0,
                share.isMemory() ? ram : 0));
    }

    /** Before, between or after the sections of a segment: the file's headers if it starts with them, and what is free. */
    private void creditGap(Segment segment, long from, long to, long alignment) {
        long headersEnd = segment.offset() == 0 ? Math.clamp(segment.address() + elf.headerSize(), from, Math.max(from, to)) : from;
        credit(Owner.HEADERS, segment, from, headersEnd);
        credit(gapOwner(to - headersEnd < alignment), segment, headersEnd, to);
    }

    private void credit(Owner owner, Segment segment, long from, long to) {
        if (to > from) {
            long flash = flashBytes(segment, from, to);
            long ram = layout.isInRam(segment) ? to - from : 0;
            credit(ram > 0
                    ? new SizeRow(owner, 0, 0, flash, flash, ram - flash, 0)
                    : new SizeRow(owner, 0, flash, 0, 0, 0, 0));
        }
    }

    private static Owner gapOwner(boolean isAlignment) {
        return isAlignment ? Owner.SECTION_ALIGNMENT : Owner.FREE;
    }

    private long flashBytes(Segment segment, long from, long to) {
        long fileEnd = segment.address() + segment.fileSize();
        return layout.isInFlash(segment) ? Math.max(0, Math.min(to, fileEnd) - from) : 0;
    }

    private void credit(SizeRow row) {
        rows.merge(row.owner(), row, SizeRow::plus);
    }
}
