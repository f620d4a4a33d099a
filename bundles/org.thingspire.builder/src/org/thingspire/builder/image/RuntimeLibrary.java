// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.board.Board;

/**
 * ThingSpire OS, compiled for one board.
 *
 * @param archive {@code libthingspire.a}
 * @param folder where it was built: holds what was generated from the board's description
 * @param clangFlags for C code that goes with it, the generated wiring
 */
public record RuntimeLibrary(Board board, Path archive, Path folder, List<String> clangFlags) {
}
