// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;

/** Makes WebAssembly of modules' sources: C by the bundled clang, WAT by wat2wasm; ready-made wasm is taken as it is. */
public final class ModuleBuilder {

    private final Path projectFolder;
    private final Path outputFolder;
    private final CModule c;
    private final WatModule wat;

    private ModuleBuilder(Path projectFolder, Path outputFolder, CModule c, WatModule wat) {
        this.projectFolder = projectFolder;
        this.outputFolder = outputFolder;
        this.c = c;
        this.wat = wat;
    }

    /**
     * @param outputFolder where .wasm files and what they are made of go
     * @param bindings headers that sources may include
     */
    public static ModuleBuilder create(Installation installation, Path projectFolder, Path outputFolder, Bindings bindings, Profile profile,
            Progress progress) throws InterruptedException {
        return create(installation, WasmLibc.installed(), projectFolder, outputFolder, bindings, profile, progress);
    }

    /** The same with another C library, or none. */
    static ModuleBuilder create(Installation installation, Optional<WasmLibc> libc, Path projectFolder, Path outputFolder, Bindings bindings,
            Profile profile, Progress progress) throws InterruptedException {
        Path sdkHeaders = Sdk.writeHeaders(installation, outputFolder);
        WasmClang clang = new WasmClang(installation, libc, projectFolder, sdkHeaders, bindings, profile, progress);
        Sdk sdk = Sdk.build(installation, clang, outputFolder);
        ModuleLinker linker = new ModuleLinker(installation, libc, clang, projectFolder, progress);
        return new ModuleBuilder(projectFolder, outputFolder, new CModule(projectFolder, clang, sdk, linker),
                new WatModule(installation.programs(), projectFolder, progress));
    }

    /**
     * Can be called for several modules at the same time.
     *
     * @param budget of the module's placement
     * @throws UserException if the sources are wrong
     */
    public WasmModule build(Module module, MemoryBudget budget) throws InterruptedException {
        Path source = projectFolder.resolve(module.getSource());
        return switch (extension(module.getSource())) {
            case "c" -> c.build(module, budget, outputFolder);
            case "wat" -> wat.build(module, outputFolder);
            case "wasm" -> new WasmModule(module.getName(), source, source, List.of());
            default -> throw new UserException(Problem.error(source, "a module's source is a .c, .wat or .wasm file",
                    "Rename it or name another file in the topology."));
        };
    }

    /**
     * Tells editors how sources in C are compiled.
     *
     * @param file a {@code compile_commands.json}
     * @throws UserException if it can not be written
     */
    public void describe(List<Module> modules, Path file) {
        CompilationDatabase.write(modules.stream().filter(module -> extension(module.getSource()).equals("c"))
                .flatMap(module -> c.entries(module).stream()).toList(), file);
    }

    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
