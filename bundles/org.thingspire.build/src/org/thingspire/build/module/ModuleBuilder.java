// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.thingspire.build.Installation;
import org.thingspire.build.Profile;
import org.thingspire.build.Progress;
import org.thingspire.topology.Problem;
import org.thingspire.topology.Severity;
import org.thingspire.topology.UserException;
import org.thingspire.topology.model.Module;

/** Makes WebAssembly of a module's sources: C by the bundled clang, WAT by wat2wasm; ready-made wasm is taken as it is. */
public final class ModuleBuilder {

    private final Installation installation;
    private final Path projectFolder;
    private final Progress progress;

    public ModuleBuilder(Installation installation, Path projectFolder, Progress progress) {
        this.installation = installation;
        this.projectFolder = projectFolder;
        this.progress = progress;
    }

    /**
     * @param memoryBudget bytes of linear memory that the module's placement has; 0 if it has no budget
     * @param outputFolder where the .wasm file goes
     * @throws UserException if the sources are wrong
     */
    public WasmModule build(Module module, int memoryBudget, Profile profile, Path outputFolder) throws InterruptedException {
        Path source = projectFolder.resolve(module.getSource());
        return switch (extension(module.getSource())) {
            case "c" -> new CModule(installation, projectFolder, progress).build(module, memoryBudget, profile, outputFolder);
            case "wat" -> new WatModule(projectFolder, progress).build(module, outputFolder);
            case "wasm" -> new WasmModule(module.getName(), source, source, List.of());
            default -> throw new UserException(new Problem(Severity.ERROR, source, 0, 0, module.getName(),
                    "a module's source is a .c, .wat or .wasm file", "Rename it or name another file in the topology."));
        };
    }

    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
