// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.thingspire.builder.Project;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.debug.GdbInput;
import org.thingspire.debug.GdbSession;
import org.thingspire.run.RunOptions;
import org.thingspire.run.RunningApplication;
import org.thingspire.run.console.ConsoleListener;
import org.thingspire.run.target.RunningNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "debug", description = "Build without optimization, start every node, and open GDB on one of them.")
public final class DebugCommand extends ProjectCommand {

    @Option(names = "--node", paramLabel = "<node>", required = true, description = "The node to debug; it waits for GDB.")
    private String nodeName;

    @Option(names = "--optimized", description = "Debug what 'run' runs: stepping jumps, but the code is the real one.")
    private boolean optimized;

    @Option(names = {"-x", "--script"}, paramLabel = "<file>", description = "GDB commands to execute first.")
    private Path script;

    @Option(names = {"-ex", "--command"}, paramLabel = "<command>", description = "A GDB command to execute; may be repeated.")
    private List<String> commands = List.of();

    @Option(names = "--batch", description = "End after these commands.")
    private boolean batch;

    public DebugCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = context.installation();
        Project project = open(installation);
        nodeNamed(project, nodeName);
        Profile profile = optimized ? Profile.RELEASE : Profile.DEBUG;
        List<Image> images = build(installation, project, profile, node -> true).images();
        Image image = images.stream().filter(candidate -> candidate.node().equals(nodeName)).findFirst().orElseThrow();
        try (GdbSession gdb = GdbSession.on(image, installation.programs());
                RunningApplication application = RunningApplication.start(project.topology(), images, installation.llvm().symbolizer(),
                        RunOptions.plain(installation.programs()).debugging(nodeName), consoles())) {
            RunningNode node = application.node(nodeName);
            int exitCode = gdb.run(node, new GdbInput(Optional.ofNullable(script), commands, !batch));
            return exitCode == 0 ? ExitCode.DONE : ExitCode.RUN_FAILED;
        }
    }

    /** On stderr, because GDB has the terminal. */
    private ConsoleListener consoles() {
        return (name, text) -> context.console().err().printf("[%s] %s%n", name, text);
    }
}
