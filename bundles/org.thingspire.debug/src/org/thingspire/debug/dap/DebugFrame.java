// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A function that is being executed. Scopes and variables will be asked for by its id.
 *
 * @param id valid until the node runs again
 * @param function for example {@code control.decide}
 * @param source where the function stands, absolute; empty if there is no debug information
 * @param line counted from 1; 0 if it is not known
 */
public record DebugFrame(int id, String function, Optional<Path> source, int line) {
}
