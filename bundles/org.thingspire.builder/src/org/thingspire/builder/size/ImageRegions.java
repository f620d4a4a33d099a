// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.thingspire.builder.size.ElfFile.Segment;

/**
 * Where an image's flash and RAM are. On a board they are address ranges. A Linux process has none: there flash means what is
 * loaded from the file, RAM the memory of writable segments.
 *
 * @param flash empty for a process
 * @param ram empty for a process
 */
public record ImageRegions(List<Region> flash, List<Region> ram) {

    public ImageRegions {
        flash = List.copyOf(flash);
        ram = List.copyOf(ram);
        if (flash.isEmpty() != ram.isEmpty()) {
            throw new IllegalArgumentException("A board has both flash and RAM, a process neither");
        }
    }

    public static ImageRegions board(Region flash, Region ram) {
        return new ImageRegions(List.of(flash), List.of(ram));
    }

    public static ImageRegions process() {
        return new ImageRegions(List.of(), List.of());
    }

    /**
     * @param name as the linker script's MEMORY command has it
     * @param size bytes
     */
    public record Region(String name, long start, long size) {

        public Region {
            if (size <= 0) {
                throw new IllegalArgumentException("Region " + name + " has " + size + " bytes");
            }
        }

        boolean contains(long address) {
            return Long.compareUnsigned(address - start, size) < 0;
        }
    }

    public boolean isProcess() {
        return flash.isEmpty();
    }

    /** Bytes of all flash of a board. */
    public OptionalLong flashSize() {
        return size(flash);
    }

    /** Bytes of all RAM of a board. */
    public OptionalLong ramSize() {
        return size(ram);
    }

    /** Whether the bytes that the file holds of this segment take flash. */
    boolean isInFlash(Segment segment) {
        return segment.fileSize() > 0 && (isProcess() || holds(flash, segment.loadAddress()));
    }

    boolean isInRam(Segment segment) {
        return isProcess() ? segment.isWritable() : holds(ram, segment.address());
    }

    /** Whether both the place where this segment is stored and the place where it is used are in a known memory. */
    boolean covers(Segment segment) {
        return isProcess() || isKnown(segment.address()) && (segment.fileSize() == 0 || isKnown(segment.loadAddress()));
    }

    private boolean isKnown(long address) {
        return holds(flash, address) || holds(ram, address);
    }

    Stream<Region> regions() {
        return Stream.concat(flash.stream(), ram.stream());
    }

    private static boolean holds(List<Region> regions, long address) {
        return regions.stream().anyMatch(region -> region.contains(address));
    }

    private static OptionalLong size(List<Region> regions) {
        return regions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(regions.stream().mapToLong(Region::size).sum());
    }
}
