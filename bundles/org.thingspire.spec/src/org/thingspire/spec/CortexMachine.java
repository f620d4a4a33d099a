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
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.size.LinkOverflow;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

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

    private final Board board;
    private final String machine;
    private final Optional<Board.Memory> external;
    private final Path emulator;
    private final List<Path> libraries = new ArrayList<>();
    private List<Path> platform;

    CortexMachine(Board board, Installation installation, Path folder) {
        super(board, installation, folder);
        this.board = board;
        this.machine = board.qemuMachine().orElseThrow(() -> new UserException(Problem.error(board.file(),
                "QEMU doesn't have the board " + board.name(), "Choose another board.")));
        this.external = board.externalRam();
        this.emulator = ExternalProgram.QEMU_ARM.require();
    }

    @Override
    protected void prepare() throws InterruptedException {
        Path arch = installation.runtime().resolve("arch/armv7m");
        platform = List.of(compile(unpack("cortexm.c"), folder.resolve("cortexm.o"), "-O1", "-I" + arch),
                compile(arch.resolve("unaligned.c"), folder.resolve("unaligned.o"), "-Os"),
                compile(arch.resolve("unaligned.S"), folder.resolve("unaligned_entry.o")));
        unpack("cortexm.ld");
        try {
            Files.writeString(folder.resolve("memory.ld"), memoryScript());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String library : List.of("libm.a", "libc.a", "libgcc.a")) {
            Command.Outcome outcome = Command.of(ExternalProgram.ARM_GCC.require()).add("-mcpu=" + board.target().cpu(), "-mthumb",
                    "-mfloat-abi=" + board.target().floatAbi(), "-print-file-name=" + library).in(folder).run();
            libraries.add(Path.of(outcome.output().strip()));
        }
    }

    private String memoryScript() {
        Board.Memory flash = board.flash().orElseThrow();
        Board.Memory ram = board.ram().orElseThrow();
        String bulk = external.map(of -> "    BULK (rw) : ORIGIN = 0x%x, LENGTH = 0x%x\n".formatted(of.origin(), of.size())).orElse("");
        return """
                MEMORY {
                    FLASH (rx) : ORIGIN = 0x%x, LENGTH = 0x%x
                    RAM (rw) : ORIGIN = 0x%x, LENGTH = 0x%x
                %s}
                %s
                spec_stack_size = 0x%x;
                spec_handler_stack_size = 0x%x;
                """.formatted(flash.origin(), flash.size(), ram.origin(), ram.size(), bulk,
                external.isEmpty() ? "REGION_ALIAS(\"BULK\", RAM)" : "", stack(), handlerStack());
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
    protected List<String> processor() {
        return List.of("--target=" + board.target().triple(), "-mcpu=" + board.target().cpu(), "-mfloat-abi=" + board.target().floatAbi());
    }

    @Override
    public String run(Path work, List<Path> objects) throws IOException, InterruptedException {
        Path program = work.resolve("driver.elf");
        Command.Outcome link = Command.of(installation.llvm().lld()).add("-flavor", "gnu", "--gc-sections", "--error-limit=0",
                "-L" + folder, "-T", folder.resolve("cortexm.ld")).addAll(platform).addAll(objects).addAll(libraries).add("-o", program)
                .in(work).run();
        List<LinkOverflow> overflows = LinkOverflow.parse(link.output());
        if (!overflows.isEmpty()) {
            LinkOverflow first = overflows.getFirst();
            throw new TooLargeException("%s is too small by %s bytes".formatted(first.region(), first.bytes()));
        }
        if (!link.succeeded()) {
            throw new IOException("linking failed:\n" + link.output());
        }
        return output(Deadline.of(emulator).add("-M", machine, "-kernel", program, "-display", "none", "-monitor", "none",
                "-serial", "none", "-semihosting-config", "enable=on,target=native"), work);
    }
}
