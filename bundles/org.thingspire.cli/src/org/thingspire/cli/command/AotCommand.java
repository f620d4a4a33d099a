// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.board.Board;
import org.thingspire.builder.toolchain.BoardProcessor;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.cli.console.ProblemPrinter;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "aot", description = "Compile one WebAssembly module to an object file: the compiler alone.")
public final class AotCommand extends ContextCommand {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_-]");

    private static final Pattern STARTS_NAMES = Pattern.compile("[A-Za-z_]");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<in.wasm>", description = "The module.")
    private Path wasm;

    @Option(names = "-o", paramLabel = "<out.o>", required = true, description = "The object file to write.")
    private Path object;

    @Option(names = "--board", paramLabel = "<board>", required = true, description = "The board to compile for; see thingspire boards.")
    private String boardName;

    @Option(names = "-O", paramLabel = "<level>", defaultValue = "2", converter = OptimizationLevel.class,
            description = "0, 1, 2, 3 or s; as in -Os. Default: ${DEFAULT-VALUE}.")
    private Optimization optimization;

    @Option(names = "--memory", paramLabel = "<bytes>", description = "Memory budget. Default: whole pages, as the module declares.")
    private Long memoryBudget;

    @Option(names = "--name", paramLabel = "<name>", description = "Prefix of all symbols. Default: the file's name.")
    private String name;

    public AotCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireModule();
        try (ForkedCompiler compiler = new ForkedCompiler()) {
            compiler.warmUp();
            return compile(compiler);
        }
    }

    private int compile(ForkedCompiler compiler) throws IOException, InterruptedException {
        Board board = context.board(boardName);
        CodeTarget target = BoardProcessor.codeTarget(board);
        CompileOptions options = options();
        byte[] module = Files.readAllBytes(wasm);
        CompiledObject compiled = compile(compiler, module, target, options);
        warn(module, options.optimization());
        Path unfinished = object.resolveSibling(object.getFileName() + ".unfinished");
        Files.write(unfinished, compiled.object());
        Files.move(unfinished, object, StandardCopyOption.REPLACE_EXISTING);
        say("%s: %s bytes for %s", object, compiled.object().length, board.name());
        emit(Map.of("object", object.toString(), "bytes", compiled.object().length, "memory", compiled.reservedMemory()));
        return ExitCode.DONE;
    }

    private void requireModule() {
        if (!Files.isReadable(wasm)) {
            throw new UserException(Problem.error(wasm, "there is no such file", "Check the path."));
        }
    }

    private CompiledObject compile(ForkedCompiler compiler, byte[] module, CodeTarget target, CompileOptions options)
            throws IOException, InterruptedException {
        try {
            Path reproducer = object.resolveSibling(object.getFileName() + ".reproducer");
            return compiler.compile(module, target, options, reproducer);
        } catch (CompileException e) {
            throw new UserException(Problem.error(wasm, Position.NONE, "", IoReason.withCause(e), ""));
        }
    }

    private void warn(byte[] module, Optimization level) {
        try {
            AotCompiler.notes(module, level).stream()
                    .map(note -> Problem.warning(wasm, Position.NONE, "", note, ""))
                    .forEach(new ProblemPrinter(context.console(), json)::print);
        } catch (CompileException e) {
            throw new UserException(Problem.error(wasm, Position.NONE, "", e.getMessage(), ""));
        }
    }

    private CompileOptions options() {
        try {
            return new CompileOptions(name == null ? nameOf(wasm) : name, optimization,
                    memoryBudget == null ? OptionalLong.empty() : OptionalLong.of(memoryBudget), true, wasm.toString(), false);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** The file's name without its ending, with all else than letters, digits, _ and - as _, and an _ in front unless a letter is there. */
    public static String nameOf(Path file) {
        String fileName = file.getFileName().toString();
        String stem = NOT_IN_NAMES.matcher(fileName.replaceFirst("\\.[^.]*$", "")).replaceAll("_");
        return STARTS_NAMES.matcher(stem).lookingAt() ? stem : "_" + stem;
    }
}
