// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

import org.thingspire.builder.size.ElfFile.Section;
import org.thingspire.builder.size.ElfFile.Segment;
import org.thingspire.builder.size.ImageRegions.Region;

/**
 * Bytes of a board's memory that lie between two segments of an image. They count as taken, as they do for the linker when it
 * checks whether the image fits.
 *
 * @param isAlignment whether what follows has to be aligned so; otherwise the linker script left them free
 */
record SegmentGap(long size, boolean isAlignment) {

    static List<SegmentGap> inFlash(ElfFile elf, ImageRegions layout) {
        List<Segment> segments = elf.loadedSegments().stream().filter(layout::isInFlash).toList();
        return between(elf, layout.flash(), segments, Segment::loadAddress, Segment::fileSize);
    }

    static List<SegmentGap> inRam(ElfFile elf, ImageRegions layout) {
        List<Segment> segments = elf.loadedSegments().stream().filter(layout::isInRam).toList();
        return between(elf, layout.ram(), segments, Segment::address, Segment::memorySize);
    }

    private static List<SegmentGap> between(ElfFile elf, List<Region> regions, List<Segment> segments, ToLongFunction<Segment> start,
            ToLongFunction<Segment> size) {
        List<SegmentGap> gaps = new ArrayList<>();
        for (Region region : regions) {
            List<Segment> inside = segments.stream().filter(segment -> region.contains(start.applyAsLong(segment)))
                    .sorted(Comparator.comparingLong(start)).toList();
            for (int i = 1; i < inside.size(); i++) {
                Segment before = inside.get(i - 1);
                Segment after = inside.get(i);
                long gap = start.applyAsLong(after) - start.applyAsLong(before) - size.applyAsLong(before);
                if (gap > 0) {
                    gaps.add(new SegmentGap(gap, gap < alignmentAt(elf, after.address())));
                }
            }
        }
        return gaps;
    }

    private static long alignmentAt(ElfFile elf, long address) {
        return elf.residentSections().stream().filter(section -> section.address() == address)
                .mapToLong(Section::alignment).max().orElse(1);
    }
}
