// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;

/**
 * A module written in C: each source file is compiled by itself, then all are linked with the SDK.
 */
final class CModule {

    private final Path projectFolder;
    private final WasmClang clang;
    private final Sdk sdk;
    private final ModuleLinker linker;

    CModule(Path projectFolder, WasmClang clang, Sdk sdk, ModuleLinker linker) {
        this.projectFolder = projectFolder;
        this.clang = clang;
        this.sdk = sdk;
        this.linker = linker;
    }

    WasmModule build(Module module, MemoryBudget budget, Path outputFolder) throws InterruptedException {
        Path objectFolder = outputFolder.resolve(module.getName() + ".objects");
        List<Problem> problems = new ArrayList<>();
        Map<Path, Path> byObject = new LinkedHashMap<>();
        for (Path source : sources(module)) {
            Path object = ObjectFiles.below(objectFolder, source);
            byObject.put(object, source);
            problems.addAll(clang.compile(module.getName(), source, object));
        }
        UserException.throwIfErrors(problems);
        List<Path> objects = new ArrayList<>(byObject.keySet());
        objects.addAll(sdk.objects());
        Path wasm = outputFolder.resolve(module.getName() + ".wasm");
        problems.addAll(linker.link(objects, budget, wasm, module.getName(), new CSources(projectFolder, byObject)));
        return new WasmModule(module.getName(), projectFolder.resolve(module.getSource()), wasm, problems);
    }

    /** How each source of the module is compiled. */
    List<CompilationDatabase.Entry> entries(Module module) {
        return sources(module).stream().map(clang::entry).toList();
    }

    private static List<Path> sources(Module module) {
        List<Path> sources = new ArrayList<>();
        sources.add(Path.of(module.getSource()));
        module.getExtraSources().forEach(extra -> sources.add(Path.of(extra)));
        return sources;
    }
}
