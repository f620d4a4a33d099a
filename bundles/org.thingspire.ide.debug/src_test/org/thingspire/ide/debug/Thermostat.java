// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.builder.ApplicationBuilder;
import org.thingspire.builder.Project;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.run.RunOptions;
import org.thingspire.run.RunningApplication;
import org.thingspire.run.console.ConsoleListener;

/** The sample, built for debugging in a folder of its own. */
record Thermostat(Project project, List<Image> images) {

    private static final Path HOME = Path.of(System.getProperty("thingspire.home"));

    static Thermostat builtIn(Path parent) throws InterruptedException {
        Path folder = parent.resolve("thermostat");
        new ProjectTemplate(HOME.resolve("samples").resolve("thermostat")).create(folder);
        Installation installation = new Installation(HOME.resolve("runtime"), LlvmTools.bundled());
        Project project = Project.open(folder, installation);
        try (ForkedCompiler compiler = new ForkedCompiler()) {
            ApplicationBuilder builder = new ApplicationBuilder(installation, compiler, project, Profile.DEBUG, Progress.NONE);
            return new Thermostat(project, builder.build(node -> true).images());
        }
    }

    Path source(String module) {
        return project.folder().resolve("modules").resolve(module);
    }

    Image image(String node) {
        return images.stream().filter(image -> image.node().equals(node)).findFirst().orElseThrow();
    }

    RunningApplication start(String debugged, ConsoleListener console) throws IOException {
        return RunningApplication.start(project.topology(), images, LlvmTools.bundled().symbolizer(),
                RunOptions.plain(ProgramPaths.ON_PATH).debugging(debugged), console);
    }
}
