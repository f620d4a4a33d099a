// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.util.Optional;

/**
 * What became of a breakpoint.
 *
 * @param line where it really is: the first line with code at or below the one asked for; meaningless if there was a problem
 * @param problem why it could not be set, in GDB's words
 */
public record BreakpointPlace(int line, Optional<String> problem) {
}
