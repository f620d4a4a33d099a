// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.ModuleReader;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.board.Board;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.CodeIdentity;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.toolchain.BoardProcessor;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Placement;

/** Translates a module's WebAssembly to the machine code of the board it is placed on. */
public final class PlacementCompiler {

    /**
     * A module's machine code.
     *
     * @param warnings what of it is not as fast as was asked for, and why
     */
    public record Compiled(Path object, List<Problem> warnings) {
    }

    private final LlvmTools llvm;
    private final ForkedCompiler compiler;
    private final Path projectFolder;
    private final Progress progress;

    /**
     * @param llvm          what the compiler generates code with
     * @param compiler      does the work in processes of its own
     * @param projectFolder what source names in debug information are relative to
     */
    public PlacementCompiler(LlvmTools llvm, ForkedCompiler compiler, Path projectFolder, Progress progress) {
        this.llvm = llvm;
        this.compiler = compiler;
        this.projectFolder = projectFolder;
        this.progress = progress;
    }

    /** @throws UserException if the bytes are no valid module */
    public ModuleInterface read(WasmModule module) {
        byte[] wasm = bytes(module);
        try {
            if (module.isReadyMade()) {
                AotCompiler.validate(wasm); // what our own compilers make is valid
            }
            return ModuleReader.interfaceOf(wasm);
        } catch (CompileException e) {
            throw refused(module, e);
        }
    }

    /** @throws UserException if the module is invalid or does not fit its memory budget */
    public Compiled compile(WasmModule module, Placement placement, Board board, Profile profile, Path outputFolder)
            throws InterruptedException {
        Path object = outputFolder.resolve(module.name() + ".o");
        Path notes = outputFolder.resolve(module.name() + ".notes");
        Path reproducer = outputFolder.resolve(module.name() + ".reproducer");
        CodeTarget target = BoardProcessor.codeTarget(board);
        CompileOptions options = options(module, placement, profile);
        String inputs = new Fingerprint().add(CodeIdentity.of(AotCompiler.class)).add(llvm.version()).add(target).add(options)
                .addFile(module.wasm()).hex();
        new Step(object).run(inputs, output -> {
            progress.working("compile module %s for %s".formatted(module.name(), board.name()));
            byte[] wasm = bytes(module);
            try {
                Files.write(output, compiler.compile(wasm, target, options, reproducer).object());
                Files.write(notes, AotCompiler.notes(wasm, options.optimization()));
            } catch (CompileException e) {
                throw refused(module, e);
            }
            return List.of(notes);
        });
        return new Compiled(object, warnings(module, notes));
    }

    private static List<Problem> warnings(WasmModule module, Path notes) {
        try {
            return Files.readAllLines(notes).stream()
                    .map(note -> Problem.warning(module.source(), Position.NONE, nameOf(module), note, "")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + notes + ": " + IoReason.of(e), e);
        }
    }

    private static String nameOf(WasmModule module) {
        return "module \"" + module.name() + "\"";
    }

    private CompileOptions options(WasmModule module, Placement placement, Profile profile) {
        Optimization optimization = profile == Profile.DEBUG ? Optimization.O0
                : Optimization.valueOf(placement.getOptimize().getLiteral());
        OptionalLong budget = placement.isSetMemory() ? OptionalLong.of(placement.getMemory()) : OptionalLong.empty();
        return new CompileOptions(module.name(), optimization, budget, true, projectFolder.relativize(module.source()).toString(), false);
    }

    private static UserException refused(WasmModule module, CompileException e) {
        return new UserException(Problem.error(module.source(), Position.NONE, nameOf(module), IoReason.withCause(e), ""));
    }

    private static byte[] bytes(WasmModule module) {
        try {
            return Files.readAllBytes(module.wasm());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + module.wasm() + ": " + IoReason.of(e), e);
        }
    }
}
