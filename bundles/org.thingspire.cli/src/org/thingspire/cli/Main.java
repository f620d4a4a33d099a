// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.nio.file.Path;

import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.cli.command.AotCommand;
import org.thingspire.cli.command.BenchCommand;
import org.thingspire.cli.command.BoardsCommand;
import org.thingspire.cli.command.BuildCommand;
import org.thingspire.cli.command.CheckCommand;
import org.thingspire.cli.command.DebugCommand;
import org.thingspire.cli.command.NewCommand;
import org.thingspire.cli.command.PlaceCommand;
import org.thingspire.cli.command.RunCommand;
import org.thingspire.cli.command.SizeCommand;
import org.thingspire.cli.command.SpecCommand;
import org.thingspire.cli.console.Console;
import org.thingspire.cli.console.Context;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code thingspire} command. */
@Command(name = "thingspire", mixinStandardHelpOptions = true, version = "thingspire 0.1.0", synopsisSubcommandLabel = "COMMAND",
        description = "Builds, runs and debugs IoT applications made of WebAssembly modules.",
        subcommands = {NewCommand.class, CheckCommand.class, BuildCommand.class, RunCommand.class, PlaceCommand.class, SizeCommand.class,
                DebugCommand.class, AotCommand.class, BenchCommand.class, SpecCommand.class, BoardsCommand.class,
                CommandLine.HelpCommand.class})
public final class Main {

    private Main() {
    }

    /** Called by the launcher script, which says in {@code thingspire.home} where the checkout or installation is. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("thingspire.home", "."));
        System.exit(commandLine(new Context(home, ProgramPaths.ON_PATH, Console.ofProcess())).execute(arguments));
    }

    /** The command line with its ways to the outside; tests give their own. */
    static CommandLine commandLine(Context context) {
        Console console = context.console();
        CommandLine commandLine = new CommandLine(new Main(), new CommandFactory(context));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setOut(console.out());
        commandLine.setErr(console.err());
        commandLine.setExecutionExceptionHandler(new Failures(console));
        return commandLine;
    }
}
