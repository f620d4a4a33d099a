// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.thingspire.builder.toolchain.MissingPackageException;
import org.thingspire.cli.command.ContextCommand;
import org.thingspire.cli.command.RunFailedException;
import org.thingspire.cli.console.Console;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.cli.console.ProblemPrinter;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.UserException;
import org.thingspire.run.target.NodeFailedException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what stopped a command into a message and an exit code. Nobody sees a stack trace: one of our own bugs leaves it in a file. */
record Failures(Console console) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        return switch (failure) {
            case UserException user -> {
                boolean json = commandLine.getCommand() instanceof ContextCommand command && command.speaksJson();
                user.problems().forEach(new ProblemPrinter(console, json)::print);
                yield ExitCode.WRONG_INPUT;
            }
            case MissingPackageException missing -> message(missing.getMessage(), ExitCode.MISSING_PROGRAM);
            case RunFailedException failed -> message(failed.getMessage(), ExitCode.RUN_FAILED);
            case NodeFailedException failed -> message(failed.getMessage(), ExitCode.RUN_FAILED);
            case UncheckedIOException io -> message(IoReason.whole(io), ExitCode.WRONG_INPUT);
            case IOException io -> message(IoReason.whole(io), ExitCode.WRONG_INPUT);
            case InterruptedException interrupted -> ExitCode.INTERRUPTED;
            default -> bug(failure);
        };
    }

    private int message(String failure, int exitCode) {
        console.err().println("error: " + failure);
        return exitCode;
    }

    private int bug(Exception failure) {
        console.err().println("error: this is a bug in ThingSpire: " + failure);
        try {
            Path report = Files.createTempFile("thingspire-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(report))) {
                failure.printStackTrace(writer);
            }
            console.err().println("Details are in " + report + "; please report it with that file.");
        } catch (IOException e) {
            console.err().println("Details could not be written: " + IoReason.whole(e));
        }
        return ExitCode.BUG;
    }
}
