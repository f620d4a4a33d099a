// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.LinkedHashMap;
import java.util.Map;

import org.thingspire.topology.fit.ImageSizes;
import org.thingspire.topology.fit.ImageSizes.Bytes;

/** A size report as far as it matters to whether modules fit elsewhere. */
public final class MeasuredImage {

    private MeasuredImage() {
    }

    /** @param board what the image was linked for */
    public static ImageSizes of(String board, SizeReport report) {
        Map<String, Bytes> modules = new LinkedHashMap<>();
        Map<String, Long> stacks = new LinkedHashMap<>();
        long memories = 0;
        for (SizeRow row : report.rows()) {
            memories += row.memory();
            switch (row.owner().kind()) {
                case MODULE -> modules.put(row.owner().name(), new Bytes(row.flash(), row.ram() - row.memory()));
                case STACK -> stacks.put(row.owner().name(), row.ram());
                default -> { /* stays where it is */ }
            }
        }
        return new ImageSizes(board, new Bytes(report.totals().flash(), report.totals().ram()), modules, stacks, memories);
    }
}
