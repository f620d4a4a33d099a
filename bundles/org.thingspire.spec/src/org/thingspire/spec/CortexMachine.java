// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.thingspire.board.Board;
import org.thingspire.board.BoardSources;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.size.LinkOverflow;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.builder.toolchain.ImageLinker;

/** A Cortex-M in QEMU. What the modules write goes where the most RAM is; the commands' stack lies at the start of the first RAM. */
final class CortexMachine extends Machine {

    private static final long LARGEST_STACK = 512 * 1024;
    private static final long LARGEST_HANDLER_STACK = 4096;
    /** Parts of the RAM that has no external one beside it. */
    private static final int STACK_SHARE = 4;
    private static final int HANDLER_STACK_SHARE = 16;
    /** What tables, globals and the driver may take beside the linear memories of one program. */
    private static final int REST_SHARE = 16;
    private static final long GROWTH = 8 * 65_536L;

    /** They grow a memory by 19 MiB or more, which is more than any of the boards has. */
    private static final Map<String, Set<Integer>> LARGE_GROWTH = Map.of(
            "call", Set.of(359), "call_indirect", Set.of(603), "local_tee", Set.of(345), "memory_grow", Set.of(45, 48), "nop", Set.of(382));

    private final Optional<Board.Memory> external;
    private final Emulator emulator;
    private List<Path> platform;

    CortexMachine(Board board, Installation installation, Path folder) {
        super(board, installation, folder);
        this.external = board.externalRam();
        this.emulator = Emulator.of(installation.programs(), board);
    }

    @Override
    protected void prepare() throws InterruptedException {
        Path arch = installation.runtime().resolve("arch").resolve(board.arch());
        platform = List.of(compile(unpack("cortexm.c"), folder.resolve("cortexm.o"), "-O1", "-I" + arch),
                compile(arch.resolve("unaligned.c"), folder.resolve("unaligned.o"), "-Os"),
                compile(arch.resolve("unaligned.S"), folder.resolve("unaligned_entry.o")));
        unpack("cortexm.ld");
        try {
            Files.writeString(folder.resolve(BoardSources.MEMORY_SCRIPT), memoryScript());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String memoryScript() {
        return new BoardSources(board).memoryScript(external.map(ram -> Map.of("BULK", ram)).orElse(Map.of())) + """
                %s
                spec_stack_size = 0x%x;
                spec_handler_stack_size = 0x%x;
                """.formatted(external.isEmpty() ? "REGION_ALIAS(\"BULK\", RAM)" : "", stack(), handlerStack());
    }

    private long stack() {
        return Math.min(LARGEST_STACK, board.ram().orElseThrow().size() / STACK_SHARE);
    }

    private long handlerStack() {
        return Math.min(LARGEST_HANDLER_STACK, board.ram().orElseThrow().size() / HANDLER_STACK_SHARE);
    }

    @Override
    long memory() {
        long bulk = external.map(Board.Memory::size).orElseGet(() -> board.ram().orElseThrow().size() - stack() - handlerStack());
        return bulk - bulk / REST_SHARE;
    }

    @Override
    OptionalLong growthBudget(long initialBytes) {
        return OptionalLong.of(initialBytes + GROWTH);
    }

    @Override
    boolean isTooSmallFor(String script, int line) {
        return LARGE_GROWTH.getOrDefault(script, Set.of()).contains(line);
    }

    @Override
    public String run(Path work, List<Path> objects) throws IOException, InterruptedException {
        Path program = work.resolve("driver.elf");
        List<Path> all = new ArrayList<>(platform);
        all.addAll(objects);
        Command.Outcome link = new ImageLinker(installation.llvm(), installation.programs(), board).chip(folder.resolve("cortexm.ld"), folder, all)
                .add("-o", program)
                .in(work).run();
        List<LinkOverflow> overflows = LinkOverflow.parse(link.output());
        if (!overflows.isEmpty()) {
            LinkOverflow first = overflows.getFirst();
            throw new TooLargeException("%s is too small by %s bytes".formatted(first.region(), first.bytes()));
        }
        if (!link.succeeded()) {
            throw new IOException("linking failed:\n" + link.output());
        }
        return output(Deadline.of(emulator.words(program)).addAll(Emulator.semihosting()), work);
    }
}
