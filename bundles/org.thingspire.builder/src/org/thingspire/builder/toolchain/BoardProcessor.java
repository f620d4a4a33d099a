// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.util.List;

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
        String target = "--target=" + board.target().triple();
        return board.isHosted() ? List.of(target)
                : List.of(target, "-mcpu=" + board.target().cpu(), "-mfloat-abi=" + board.target().floatAbi());
    }

    /** For the gcc that brings libraries for chips. */
    static List<String> gccFlags(Board board) {
        return List.of("-mcpu=" + board.target().cpu(), "-mthumb", "-mfloat-abi=" + board.target().floatAbi());
    }
}
