// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.util.List;
import java.util.stream.Stream;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.board.Board;

/** Tells a board's processor to the compilers. */
public final class BoardProcessor {

    private BoardProcessor() {
    }

    /** For the AoT compiler. */
    public static CodeTarget codeTarget(Board board) {
        return new CodeTarget(board.target().triple(), board.target().cpu(), board.target().features());
    }

    /** For clang. Where an operating system runs below, code is for any processor of the architecture. */
    public static List<String> clangFlags(Board board) {
        List<String> processor = board.isHosted() ? List.of() : ChipFamily.of(board).clangFlags(board.target());
        return Stream.concat(Stream.of("--target=" + board.target().triple()), processor.stream()).toList();
    }
}
