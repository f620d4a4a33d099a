// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.board.Board;

/** The libraries that compiled code for a chip takes for granted, of the installed gcc for it. */
public final class CompilerLibraries {

    /** Where Debian has newlib's headers. */
    public static final Path HEADERS = Path.of("/usr/include/newlib");

    private CompilerLibraries() {
    }

    /** libm for floor, sqrt and the like; libc for memcpy; libgcc for software floats and 64-bit division. */
    public static List<String> of(ProgramPaths programs, Board board) throws InterruptedException {
        List<String> libraries = new ArrayList<>();
        for (String library : List.of("libm.a", "libc.a", "libgcc.a")) {
            Command.Outcome outcome = ChipFamily.of(board).gcc(programs, board.target()).add("-print-file-name=" + library).in(Path.of("/")).run();
            libraries.add(outcome.output().strip());
        }
        return libraries;
    }
}
