// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

/**
 * A place in a text file.
 *
 * @param line counted from 1; 0 if the place is not known and the problem is about the file as a whole
 * @param column counted from 1 in UTF-16 units; 0 if not known
 */
public record Position(int line, int column) {

    /** The file as a whole. */
    public static final Position NONE = new Position(0, 0);
}
