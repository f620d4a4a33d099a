// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.thingspire.builder.size.ImageRegions.Region;
import org.thingspire.builder.size.LinkMap.OutputSection;

/**
 * Who takes most of a memory region, told by the map alone: if an image doesn't fit, there is no ELF to ask, but lld writes its
 * map all the same.
 *
 * @param takers largest first
 */
public record RegionUse(Region region, List<Taker> takers) {

    /** @param bytes of this region */
    public record Taker(Owner owner, long bytes) {
    }

    public RegionUse {
        takers = takers.stream().sorted(Comparator.comparingLong((Taker taker) -> -taker.bytes())
                .thenComparing(taker -> taker.owner().label())).toList();
    }

    /**
     * @param name of a region of the layout
     * @throws IllegalArgumentException if the layout has no such region
     * @throws DamagedFileException if the map contradicts itself
     */
    public static RegionUse of(String name, LinkMap map, ImageRegions layout, OwnerRules rules) throws DamagedFileException {
        Region region = layout.regions().filter(candidate -> candidate.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no memory region " + name));
        SectionDivider divider = new SectionDivider(map.path(), rules);
        Map<Owner, Long> bytes = new HashMap<>();
        for (OutputSection section : map.sections()) {
            boolean isIn = startsIn(region, section.address(), layout) || startsIn(region, section.loadAddress(), layout);
            if (isIn && isLoaded(section, map)) {
                divider.divide(section).forEach(share -> bytes.merge(share.owner(), share.size(), Long::sum));
            }
        }
        return new RegionUse(region, bytes.entrySet().stream().map(entry -> new Taker(entry.getKey(), entry.getValue())).toList());
    }

    /** After its end too, up to where the next region starts: that is where what doesn't fit was put. */
    private static boolean startsIn(Region region, long address, ImageRegions layout) {
        return layout.regions().filter(candidate -> Long.compareUnsigned(candidate.start(), address) <= 0)
                .max((a, b) -> Long.compareUnsigned(a.start(), b.start())).filter(region::equals).isPresent();
    }

    /**
     * The map doesn't say whether a section is loaded. Debug information and symbol tables have address 0, where at most one
     * loaded section can be as well, and that one comes first.
     */
    private static boolean isLoaded(OutputSection section, LinkMap map) {
        return section.size() > 0 && (section.address() != 0 || section == firstOf(map));
    }

    private static OutputSection firstOf(LinkMap map) {
        return map.sections().stream().filter(section -> section.size() > 0).findFirst().orElseThrow();
    }
}
