// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

/** Sizes of memory as people read them. */
public final class Size {

    private static final int KILO = 1024;

    private Size() {
    }

    /** Such as {@code 512 B}, {@code 8 KB}, {@code 1.5 KB}, {@code 4 MB}. */
    public static String text(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < (long) KILO * KILO ? scaled(bytes, KILO) + " KB" : scaled(bytes, (long) KILO * KILO) + " MB";
    }

    private static String scaled(long bytes, long unit) {
        long tenths = Math.round(10.0 * bytes / unit);
        return tenths % 10 == 0 || tenths >= 1000 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
