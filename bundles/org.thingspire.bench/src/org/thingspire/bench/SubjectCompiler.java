// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.board.Board;
import org.thingspire.builder.module.WasmLibc;
import org.thingspire.builder.toolchain.BoardProcessor;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.CompilerLibraries;
import org.thingspire.llvm.LlvmTools;

/** Compiles C to objects for a board, natively and through WebAssembly. */
final class SubjectCompiler {

    /** The placement's name in the symbols that {@code subject.h} declares. */
    static final String PLACEMENT = "subject";

    /**
     * What both ways have in common. Results are to be the same bit by bit, so nobody fuses a multiplication with an addition,
     * which WebAssembly can't.
     */
    private static final List<String> COMMON = List.of("-std=gnu17", "-ffreestanding", "-ffp-contract=off", "-fno-ident",
            "-ffunction-sections", "-fdata-sections", "-fno-color-diagnostics");

    private static final List<String> WASM = List.of("--target=wasm32-wasip1", "-nostdlibinc", "-mcpu=mvp", "-msign-ext",
            "-mnontrapping-fptoint", "-mbulk-memory");

    /** Bytes that a module's memory can grow to on a board, which has no more of it than is declared; also those of a native heap. */
    static final int MAX_MEMORY = 4 * 65_536;

    /** Bytes of C stack. What prints numbers takes more. */
    private static final int STACK = 8192;
    private static final int LIBC_STACK = 4 * STACK;

    private final LlvmTools llvm;
    private final Optional<WasmLibc> libc = WasmLibc.installed();
    private final Board board;
    private final Optional<Path> growth;

    /** @param growth C that makes a module's memory grow and is linked to each module; empty for memories that can't */
    SubjectCompiler(LlvmTools llvm, Board board, Optional<Path> growth) {
        this.llvm = llvm;
        this.board = board;
        this.growth = growth;
    }

    /** The objects, in {@code folder}. */
    List<Path> compile(Kernel kernel, Variant variant, Path folder) throws InterruptedException {
        return variant.isThroughWasm() ? List.of(translate(kernel, variant.optimization(), folder))
                : natively(kernel, variant.optimization(), folder);
    }

    /** clang's options for the board, without level. */
    List<String> boardFlags() {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(BoardProcessor.clangFlags(board));
        if (board.isHosted()) {
            flags.add("-march=" + board.target().cpu());
            flags.add("-mtune=generic");
        }
        return flags;
    }

    private List<Path> natively(Kernel kernel, Optimization level, Path folder) throws InterruptedException {
        List<String> flags = new ArrayList<>(boardFlags());
        if (!board.isHosted()) {
            flags.add("-idirafter" + CompilerLibraries.HEADERS);
        }
        return compile(kernel, kernel.sources(), flags, level, folder);
    }

    /**
     * Compiles and links to a module that exports what it defines of the functions that the drivers call. The C library is offered only
     * if it is needed: it costs the others nothing.
     */
    Path wasm(Kernel kernel, Optimization level, Path folder) throws InterruptedException {
        return wasm(kernel, level, List.of(), List.of("--strip-all"), folder);
    }

    /** The same with what a debugger wants to know, as modules of an application have it. */
    Path wasmWithDebugInfo(Kernel kernel, Optimization level, Path folder) throws InterruptedException {
        return wasm(kernel, level, List.of("-g"), List.of(), folder);
    }

    private Path wasm(Kernel kernel, Optimization level, List<String> compilerFlags, List<String> linkerFlags, Path folder)
            throws InterruptedException {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(WASM);
        flags.addAll(compilerFlags);
        libc.ifPresent(there -> flags.add("-idirafter" + there.include()));
        List<Path> objects = new ArrayList<>(compile(kernel, Stream.concat(kernel.sources().stream(), growth.stream()).toList(), flags, level,
                folder));
        Path module = folder.resolve("subject.wasm");
        Command.Builder alone = linker(objects, STACK, growth.isPresent(), linkerFlags, module);
        Command.Outcome outcome = alone.in(folder).run();
        if (outcome.output().contains("undefined symbol")) {
            WasmLibc library = libc.orElseThrow(WasmLibc::missing);
            objects.addAll(List.of(library.reactorStart(), library.archive(), library.builtins()));
            Driver.link(kernel, linker(objects, LIBC_STACK, true, linkerFlags, module), folder);
        } else if (!outcome.succeeded()) {
            throw Driver.refusal(kernel, outcome);
        }
        return module;
    }

    private Command.Builder linker(List<Path> objects, int stack, boolean memoryGrows, List<String> flags, Path module) {
        Command.Builder link = Command.of(llvm.lld()).add("-flavor", "wasm", "--no-entry", "--stack-first", "-z", "stack-size=" + stack,
                "--gc-sections").addAll(flags);
        for (String function : List.of("kernel", "kernel_init", "callee", "caller", "_initialize")) {
            link.add("--export-if-defined=" + function);
        }
        if (memoryGrows && !board.isHosted()) {
            link.add("--max-memory=" + MAX_MEMORY);
        }
        return link.addAll(objects).add("-o", module);
    }

    private Path translate(Kernel kernel, Optimization level, Path folder) throws InterruptedException {
        Path module = wasm(kernel, level, folder);
        CodeTarget target = BoardProcessor.codeTarget(board);
        Path object = folder.resolve("subject.o");
        try {
            CompileOptions options = CompileOptions.named(PLACEMENT).with(level).withoutDebugInfo();
            Files.write(object, AotCompiler.compile(Files.readAllBytes(module), target, options).object());
            return object;
        } catch (CompileException e) {
            throw kernel.refusal("can not be compiled: " + e.getMessage(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> compile(Kernel kernel, List<Path> sources, List<String> flags, Optimization level, Path folder) throws InterruptedException {
        List<Path> objects = new ArrayList<>();
        for (Path source : sources) {
            Path object = folder.resolve(source.getFileName() + ".o");
            Command.Outcome outcome = Command.of(llvm.clang()).addAll(flags).addAll(kernel.options())
                    .add("-I" + source.toAbsolutePath().getParent(), "-" + level, "-c", source.toAbsolutePath(), "-o", object).in(folder).run();
            if (!outcome.succeeded()) {
                throw kernel.refusal("can not be built:\n" + outcome.output().strip(), "Correct it.");
            }
            objects.add(object);
        }
        return objects;
    }
}
