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
import org.thingspire.aot.CodeTarget;
import org.thingspire.aot.CompileException;
import org.thingspire.aot.CompileOptions;
import org.thingspire.aot.Optimization;
import org.thingspire.build.tool.Command;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.topology.Position;
import org.thingspire.topology.Problem;
import org.thingspire.topology.UserException;
import org.thingspire.topology.board.Board;

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

    private static final List<String> WASM = List.of("--target=wasm32-unknown-unknown", "-mcpu=mvp", "-msign-ext",
            "-mnontrapping-fptoint", "-mbulk-memory");

    /** Bytes that a module's memory can grow to on a board, which has no more of it than is declared. */
    private static final int MOST_MEMORY = 4 * 65_536;

    private final LlvmTools llvm;
    private final Board board;
    private final Optional<Path> growth;

    /** @param growth C that makes a module's memory grow and is linked to each module; empty for memories that can't */
    SubjectCompiler(LlvmTools llvm, Board board, Optional<Path> growth) {
        this.llvm = llvm;
        this.board = board;
        this.growth = growth;
    }

    /** The objects, in {@code folder}. */
    List<Path> compile(List<Path> sources, Variant variant, Path folder) throws InterruptedException {
        return variant.isThroughWasm() ? List.of(compile(wasm(sources, variant.optimization(), folder), variant.optimization(), folder))
                : natively(sources, variant.optimization(), folder);
    }

    /** clang's options for the board, without level. */
    List<String> boardFlags() {
        List<String> flags = new ArrayList<>(COMMON);
        flags.add("--target=" + board.target().triple());
        if (board.isHosted()) {
            flags.add("-march=" + board.target().cpu());
            flags.add("-mtune=generic");
        } else {
            flags.add("-mcpu=" + board.target().cpu());
            flags.add("-mfloat-abi=" + board.target().floatAbi());
        }
        return flags;
    }

    List<Path> natively(List<Path> sources, Optimization level, Path folder) throws InterruptedException {
        return compile(sources, boardFlags(), level, folder);
    }

    /** Compiles and links to a module that exports what it defines of the functions that the drivers call. */
    Path wasm(List<Path> sources, Optimization level, Path folder) throws InterruptedException {
        return wasm(sources, level, List.of(), List.of("--strip-all"), folder);
    }

    /** The same with what a debugger wants to know, as modules of an application have it. */
    Path wasmWithDebugInfo(List<Path> sources, Optimization level, Path folder) throws InterruptedException {
        return wasm(sources, level, List.of("-g"), List.of(), folder);
    }

    private Path wasm(List<Path> sources, Optimization level, List<String> compilerFlags, List<String> linkerFlags, Path folder)
            throws InterruptedException {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(WASM);
        flags.addAll(compilerFlags);
        List<Path> objects = compile(Stream.concat(sources.stream(), growth.stream()).toList(), flags, level, folder);
        Path module = folder.resolve("subject.wasm");
        Command.Builder link = Command.of(llvm.lld()).add("-flavor", "wasm", "--no-entry", "--stack-first", "-z", "stack-size=8192",
                "--allow-undefined", "--gc-sections").addAll(linkerFlags);
        for (String function : List.of("kernel", "kernel_init", "callee", "caller")) {
            link.add("--export-if-defined=" + function);
        }
        if (growth.isPresent() && !board.isHosted()) {
            link.add("--max-memory=" + MOST_MEMORY);
        }
        run(link.addAll(objects).add("-o", module), folder, sources.getFirst());
        return module;
    }

    private Path compile(Path module, Optimization level, Path folder) {
        CodeTarget target = new CodeTarget(board.target().triple(), board.target().cpu(), board.target().features());
        Path object = folder.resolve("subject.o");
        try {
            CompileOptions options = CompileOptions.named(PLACEMENT).with(level).withoutDebugInfo();
            Files.write(object, AotCompiler.compile(Files.readAllBytes(module), target, options).object());
            return object;
        } catch (CompileException e) {
            throw new UserException(Problem.error(module, Position.NONE, "", e.getMessage(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> compile(List<Path> sources, List<String> flags, Optimization level, Path folder) throws InterruptedException {
        List<Path> objects = new ArrayList<>();
        for (Path source : sources) {
            Path object = folder.resolve(source.getFileName() + ".o");
            run(Command.of(llvm.clang()).addAll(flags).add("-" + level, "-c", source.toAbsolutePath(), "-o", object), folder, source);
            objects.add(object);
        }
        return objects;
    }

    private static void run(Command.Builder command, Path folder, Path source) throws InterruptedException {
        Command.Outcome outcome = command.in(folder).run();
        if (!outcome.succeeded()) {
            throw new UserException(Problem.error(source, "it can not be built:\n" + outcome.output().strip(), "Correct it."));
        }
    }
}
