// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.module;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.build.Installation;
import org.thingspire.build.Progress;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.tool.Command;
import org.thingspire.topology.Problem;
import org.thingspire.topology.UserException;
import org.thingspire.topology.model.Module;

/**
 * A module written in C: each source file is compiled by itself, then all are linked with the SDK.
 *
 * <p>The stack stands below the data ({@code --stack-first}), so that a module that overflows it leaves its memory at
 * the lower end and traps, and doesn't overwrite its own data.
 */
final class CModule {

    /** Stack of a module without a budget, in bytes: an eighth of wasm-ld's own default. */
    private static final int LARGEST_STACK = 8192;
    /** Of a memory budget this part is stack, but not more than above. */
    private static final int STACK_SHARE = 4;
    private static final int STACK_ALIGNMENT = 16;

    private final Installation installation;
    private final Path projectFolder;
    private final WasmClang clang;
    private final Sdk sdk;
    private final Progress progress;

    CModule(Installation installation, Path projectFolder, WasmClang clang, Sdk sdk, Progress progress) {
        this.installation = installation;
        this.projectFolder = projectFolder;
        this.clang = clang;
        this.sdk = sdk;
        this.progress = progress;
    }

    WasmModule build(Module module, int memoryBudget, Path outputFolder) throws InterruptedException {
        Path objectFolder = outputFolder.resolve(module.getName());
        List<Problem> problems = new ArrayList<>();
        List<Path> objects = new ArrayList<>();
        for (Path source : sources(module)) {
            Path object = objectFolder.resolve(WasmClang.objectName(source));
            objects.add(object);
            problems.addAll(clang.compile(module.getName(), source, object));
        }
        UserException.throwIfErrors(problems);
        objects.addAll(sdk.objects());
        Path wasm = outputFolder.resolve(module.getName() + ".wasm");
        link(module, objects, memoryBudget, wasm);
        return new WasmModule(module.getName(), projectFolder.resolve(module.getSource()), wasm, problems);
    }

    private static List<Path> sources(Module module) {
        List<Path> sources = new ArrayList<>();
        sources.add(Path.of(module.getSource()));
        module.getExtraSources().forEach(extra -> sources.add(Path.of(extra)));
        return sources;
    }

    private void link(Module module, List<Path> objects, int memoryBudget, Path wasm) throws InterruptedException {
        Path source = projectFolder.resolve(module.getSource());
        int stack = memoryBudget == 0 ? LARGEST_STACK : Math.min(LARGEST_STACK, memoryBudget / STACK_SHARE & -STACK_ALIGNMENT);
        List<String> flags = List.of("--no-entry", "--stack-first", "-z", "stack-size=" + stack, "--export=__heap_base", "--gc-sections");
        Fingerprint inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags);
        objects.forEach(inputs::addFile);
        new Step(wasm).run(inputs.hex(), output -> {
            progress.working("link " + wasm.getFileName());
            Command.Outcome outcome = Command.of(installation.llvm().lld()).add("-flavor", "wasm")
                    .addAll(flags).addAll(objects).add("-o", output)
                    .in(projectFolder).run();
            if (!outcome.succeeded()) {
                throw new UserException(new ToolMessages(module.getName(), projectFolder, source).failure(outcome, "wasm-ld"));
            }
            return List.of();
        });
    }
}
