// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.thingspire.aot.api.GuardedMemories;
import org.thingspire.board.Board;
import org.thingspire.llvm.LlvmTools;

/** Links objects to an image for a board. Who links adds where it goes, and more objects. */
public record ImageLinker(LlvmTools llvm, ProgramPaths programs, Board board) {

    /**
     * For a chip. The linker would leave dropped functions at address 0 in the debug information, where on a chip there are others.
     *
     * @param script   the linker script
     * @param included the folder of what that includes
     * @param objects  paths
     */
    public Command.Builder chip(Path script, Path included, Collection<Path> objects) throws InterruptedException {
        return Command.of(llvm.lld()).add("-flavor", "gnu", "--gc-sections", "--error-limit=0",
                "-z", "dead-reloc-in-nonalloc=.debug_*=0xffffffff", "-L" + included, "-T", script)
                .addAll(objects).addAll(CompilerLibraries.of(programs, board));
    }

    /**
     * For a program of Linux. Addresses are link-time constants there, too: no position-independent executable.
     *
     * @param placements of which the memories are to be placed
     * @param folder     where the linker reads that
     * @param objects    paths
     */
    public Command.Builder hosted(Collection<String> placements, Path folder, Collection<Path> objects) {
        programs.require(ExternalProgram.HOST_GCC); // brings the C library's start files
        return Command.of(llvm.clang()).addAll(BoardProcessor.clangFlags(board)).add("-no-pie", "-pthread", "--ld-path=" + llvm.lld(),
                "-Wl,--gc-sections", memories(placements, folder)).addAll(objects).addAll(List.of("-lm"));
    }

    private static Path memories(Collection<String> placements, Path folder) {
        try {
            return Files.writeString(folder.resolve("memories.ld"), GuardedMemories.linkerScript(placements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
