// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;

/** A module written in WebAssembly's text format. */
final class WatModule {

    private final ProgramPaths programs;
    private final Path projectFolder;
    private final Progress progress;

    WatModule(ProgramPaths programs, Path projectFolder, Progress progress) {
        this.programs = programs;
        this.projectFolder = projectFolder;
        this.progress = progress;
    }

    WasmModule build(Module module, Path outputFolder) throws InterruptedException {
        Path source = projectFolder.resolve(module.getSource());
        Path wasm = outputFolder.resolve(module.getName() + ".wasm");
        String inputs = new Fingerprint().add("wat2wasm --debug-names").add(module.getSource()).addFile(source).hex();
        new Step(wasm).run(inputs, output -> {
            progress.working("assemble " + module.getSource());
            Command.Outcome outcome = Command.of(programs.require(ExternalProgram.WAT2WASM))
                    .add("--debug-names", module.getSource(), "-o", output)
                    .in(projectFolder).run();
            if (!outcome.succeeded()) {
                throw new UserException(new ToolMessages(module.getName(), projectFolder, source).failure(outcome, "wat2wasm"));
            }
            return List.of();
        });
        return new WasmModule(module.getName(), source, wasm, List.of());
    }
}
