// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.util.Map;

import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.builder.ApplicationBuilder;
import org.thingspire.builder.Project;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.cli.console.TerminalProgress;

import picocli.CommandLine.Command;

@Command(name = "check", description = "Check topology, interfaces and budgets, without making images.")
public final class CheckCommand extends ProjectCommand {

    public CheckCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = context.installation();
        Project project = open(installation);
        try (TerminalProgress progress = new TerminalProgress(context.console()); ForkedCompiler compiler = new ForkedCompiler()) {
            warn(new ApplicationBuilder(installation, compiler, project, Profile.RELEASE, progress).check());
        }
        int modules = project.topology().topology().getModules().size();
        int nodes = project.topology().topology().getNodes().size();
        say("%s has no errors (modules: %s, nodes: %s).", projectPath, modules, nodes);
        emit(Map.of("modules", modules, "nodes", nodes));
        return ExitCode.DONE;
    }
}
