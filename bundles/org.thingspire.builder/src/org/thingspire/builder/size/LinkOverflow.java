// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A memory region that an image doesn't fit into, as lld reports it.
 *
 * @param region the name in the linker script's MEMORY command
 * @param bytes by how much it is too small
 */
public record LinkOverflow(String region, long bytes) {

    private static final Pattern MESSAGE =
            Pattern.compile("section '[^']*' will not fit in region '([^']+)': overflowed by (\\d+) bytes");

    /**
     * Reads what ld.lld printed. It complains of every section that ends past the region's end, so the largest of a region's
     * numbers is the one that tells how much is missing. Needs {@code --error-limit=0}: after twenty errors lld stops, without
     * the last sections and without its map.
     *
     * @return one per region in the order of the first complaints; empty if the link failed for another reason
     */
    public static List<LinkOverflow> parse(String output) {
        Map<String, Long> largest = new LinkedHashMap<>();
        Matcher message = MESSAGE.matcher(output);
        while (message.find()) {
            largest.merge(message.group(1), Long.valueOf(message.group(2)), Math::max);
        }
        List<LinkOverflow> overflows = new ArrayList<>();
        largest.forEach((region, bytes) -> overflows.add(new LinkOverflow(region, bytes)));
        return overflows;
    }

    /**
     * One sentence that says by how much and who takes most, such as {@code RAM is too small by 9256 bytes: it has 2048, module
     * control takes 8192, stack main 2048, stack tick 1024}.
     *
     * @param use of the same region
     * @param limit how many owners to name
     */
    public String message(RegionUse use, int limit) {
        StringBuilder text = new StringBuilder(region + " is too small by " + bytes + " bytes: it has " + use.region().size());
        String verb = " takes ";
        for (RegionUse.Taker taker : use.takers().subList(0, Math.min(limit, use.takers().size()))) {
            text.append(", ").append(taker.owner().label()).append(verb).append(taker.bytes());
            verb = " ";
        }
        return text.toString();
    }
}
