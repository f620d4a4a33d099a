// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.program.ProgramLocations;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.runtime.RuntimeFiles;

/**
 * ThingSpire's own parts as this workbench has them: all come with its bundles.
 *
 * @param home holds {@code runtime} and {@code samples}
 */
public record IdeInstallation(Path home) {

    public static IdeInstallation ofThisWorkbench() {
        return new IdeInstallation(RuntimeFiles.home());
    }

    /** What the core's builder and the targets need, with the programs as the user names them now. */
    public Installation core() {
        return new Installation(home.resolve("runtime"), LlvmTools.bundled()).with(ProgramLocations.ofThisWorkbench().programs());
    }

    /** What new projects can begin with. */
    public List<ProjectTemplate> templates() {
        return ProjectTemplate.all(home.resolve("samples"));
    }
}
