// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.nio.file.Path;
import java.util.Map;

import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "new", description = "Create a project from a template.")
public final class NewCommand extends ContextCommand {

    @Parameters(index = "0", paramLabel = "<dir>", description = "The folder to create; its name becomes the application's.")
    private Path folder;

    @Option(names = "--template", paramLabel = "<name>", defaultValue = "empty", description = "Default: ${DEFAULT-VALUE}.")
    private String template;

    public NewCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        ProjectTemplate chosen = ProjectTemplate.all(context.templates()).stream().filter(t -> t.name().equals(template)).findFirst()
                .orElseThrow(() -> new UserException(Problem.error(folder, "there is no template \"%s\"".formatted(template),
                        "The templates are: %s.".formatted(String.join(", ",
                                ProjectTemplate.all(context.templates()).stream().map(ProjectTemplate::name).toList())))));
        Path topology = chosen.create(folder);
        say("Created %s. Next: thingspire run %s", topology, folder);
        emit(Map.of("project", folder.toString(), "topology", topology.toString()));
        return ExitCode.DONE;
    }
}
