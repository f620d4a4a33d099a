// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

/**
 * @param directory absolute or as the compiler was told; may be empty
 * @param file      relative to the directory, or absolute
 * @param line      from 1; 0 for code that belongs to no line
 * @param column    from 1; 0 if unknown
 */
public record SourcePosition(String directory, String file, int line, int column) {
}
