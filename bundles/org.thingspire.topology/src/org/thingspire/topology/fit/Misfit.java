// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

/**
 * Why modules do not fit on a node.
 *
 * @param brief in a few words, such as {@code No link to gateway}
 * @param message one sentence without the full stop
 * @param remedy what to do; whole sentences
 */
public record Misfit(Kind kind, String brief, String message, String remedy) {

    /** What is lacking. */
    public enum Kind {
        LINK,
        SENSOR,
        OUTPUT,
        FLASH,
        RAM
    }
}
