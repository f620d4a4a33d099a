// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.size;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

import org.thingspire.build.size.ElfFile.Section;
import org.thingspire.build.size.ElfFile.Segment;
import org.thingspire.build.size.MemoryLayout.Region;

/**
 * How much of each memory an image takes, told by its program headers alone: the sum that a report must come to.
 *
 * <p>On a board, what a segment's alignment leaves free behind the segment before it counts too, as it does for the linker when
 * it checks whether the image fits. A larger distance doesn't: it is free for use, the script just starts elsewhere.
 *
 * @param flash bytes of the file that take flash, and gaps
 * @param ram bytes of memory, and gaps
 * @param flashGaps the part of {@code flash} between segments; 0 for a process
 * @param ramGaps the part of {@code ram} between segments; 0 for a process
 */
public record ElfTotals(long flash, long ram, long flashGaps, long ramGaps) {

    public static ElfTotals of(ElfFile elf, MemoryLayout layout) {
        List<Segment> inFlash = elf.loadedSegments().stream().filter(layout::isInFlash).toList();
        List<Segment> inRam = elf.loadedSegments().stream().filter(layout::isInRam).toList();
        long flashGaps = gaps(elf, layout.flash(), inFlash, Segment::loadAddress, Segment::fileSize);
        long ramGaps = gaps(elf, layout.ram(), inRam, Segment::address, Segment::memorySize);
        return new ElfTotals(
            inFlash.stream().mapToLong(Segment::fileSize).sum() + flashGaps,
            inRam.stream().mapToLong(Segment::memorySize).sum() + ramGaps,
            flashGaps, ramGaps);
    }

    private static long gaps(ElfFile elf, List<Region> regions, List<Segment> segments, ToLongFunction<Segment> start,
        ToLongFunction<Segment> size) {
        long sum = 0;
        for (Region region : regions) {
            List<Segment> inside = segments.stream().filter(segment -> region.contains(start.applyAsLong(segment)))
                .sorted(Comparator.comparingLong(start)).toList();
            for (int i = 1; i < inside.size(); i++) {
                Segment before = inside.get(i - 1);
                long gap = start.applyAsLong(inside.get(i)) - start.applyAsLong(before) - size.applyAsLong(before);
                if (gap > 0 && gap < alignmentAt(elf, inside.get(i).address())) {
                    sum += gap;
                }
            }
        }
        return sum;
    }

    private static long alignmentAt(ElfFile elf, long address) {
        return elf.residentSections().stream().filter(section -> section.address() == address)
            .mapToLong(Section::alignment).max().orElse(1);
    }
}
