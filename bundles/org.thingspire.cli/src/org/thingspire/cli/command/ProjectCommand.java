// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.builder.ApplicationBuilder;
import org.thingspire.builder.Project;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ProblemPrinter;
import org.thingspire.cli.console.TerminalProgress;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Node;

import picocli.CommandLine.Parameters;

/** A command that works on a project. */
abstract class ProjectCommand extends ContextCommand {

    @Parameters(index = "0", paramLabel = "<project>", description = "The project's folder, or its topology file.")
    protected Path projectPath;

    protected ProjectCommand(Context context) {
        super(context);
    }

    protected final Project open(Installation installation) {
        Project project = Project.open(projectPath, installation);
        warn(project.warnings());
        return project;
    }

    /** Builds the wanted nodes and shows on the way what is done. */
    protected final ApplicationBuilder.Built build(Installation installation, Project project, Profile profile, Predicate<Node> wanted)
            throws InterruptedException {
        try (TerminalProgress progress = new TerminalProgress(context.console()); ForkedCompiler compiler = new ForkedCompiler()) {
            ApplicationBuilder.Built built = new ApplicationBuilder(installation, compiler, project, profile, progress).build(wanted);
            progress.clear();
            warn(built.warnings());
            return built;
        }
    }

    /** @param name null for all nodes */
    protected final Predicate<Node> nodeNamed(Project project, String name) {
        if (name == null) {
            return node -> true;
        }
        List<String> names = project.topology().topology().getNodes().stream().map(Node::getName).toList();
        if (!names.contains(name)) {
            throw new UserException(Problem.error(project.topology().path(), "there is no node \"%s\"".formatted(name),
                    "The nodes are: %s.".formatted(String.join(", ", names))));
        }
        return node -> node.getName().equals(name);
    }

    protected final void warn(List<Problem> warnings) {
        warnings.forEach(new ProblemPrinter(context.console(), json)::print);
    }
}
