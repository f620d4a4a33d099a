// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.List;

import org.thingspire.builder.size.ElfFile.Segment;

/**
 * How much of each memory an image takes, told by its program headers alone: the sum that a report must come to.
 *
 * <p>On a board that is what lies in each region from the first segment's start to the last one's end; lld's
 * {@code --print-memory-usage} gives the same for a region that the image starts at the beginning of. For a process it is the sum
 * of the segments.
 *
 * @param flash bytes
 * @param ram bytes
 */
public record ElfTotals(long flash, long ram) {

    public static ElfTotals of(ElfFile elf, ImageRegions layout) {
        List<Segment> segments = elf.loadedSegments();
        return new ElfTotals(
                segments.stream().filter(layout::isInFlash).mapToLong(Segment::fileSize).sum() + sum(SegmentGap.inFlash(elf, layout)),
                segments.stream().filter(layout::isInRam).mapToLong(Segment::memorySize).sum() + sum(SegmentGap.inRam(elf, layout)));
    }

    private static long sum(List<SegmentGap> gaps) {
        return gaps.stream().mapToLong(SegmentGap::size).sum();
    }
}
