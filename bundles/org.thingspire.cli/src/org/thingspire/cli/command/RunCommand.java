// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.thingspire.builder.Project;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.run.RunOptions;
import org.thingspire.run.RunningApplication;
import org.thingspire.run.console.ConsoleListener;
import org.thingspire.run.target.NodeFailedException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Build, start every node (in QEMU, or as a Linux process) and print their consoles.")
public final class RunCommand extends ProjectCommand {

    private static final Duration FOREVER = Duration.ofDays(36500);

    @Spec
    private CommandSpec spec;

    @Option(names = "--for", paramLabel = "<time>", converter = DurationConverter.class,
            description = "Stop after this time, such as 500ms, 10s or 2m. Default: run until Ctrl-C.")
    private Duration time = FOREVER;

    @Option(names = "--node", paramLabel = "<node>", description = "Only this node; calls to others then fail.")
    private String node;

    @Option(names = "--speed", paramLabel = "<factor>", defaultValue = "1",
            description = "Replay recorded sensor values so many times as fast. Default: ${DEFAULT-VALUE}.")
    private double speed;

    /** Completes when nobody reads any more what nodes print. */
    private final CompletableFuture<Void> unread = new CompletableFuture<>();

    public RunCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new ParameterException(spec.commandLine(), "--speed is a number above 0");
        }
        Installation installation = context.installation();
        Project project = open(installation);
        var images = build(installation, project, Profile.RELEASE, nodeNamed(project, node)).images();
        try (RunningApplication application = RunningApplication.start(project.topology(), images, installation.llvm().symbolizer(),
                RunOptions.plain(installation.programs()).atSpeed(speed), consoles())) {
            await(application);
            Optional<NodeFailedException> failed = Optional.ofNullable(application.failure().getNow(null));
            application.close(); // what it printed last comes before the result
            return unread.isDone() ? ExitCode.NOBODY_READS : result(failed, application.traps());
        }
    }

    /** Until the time is over, a node has failed, nobody reads its output, or this thread is interrupted: each ends a run. */
    private void await(RunningApplication application) {
        try {
            CompletableFuture.anyOf(application.failure(), unread).get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            // As told.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConsoleListener consoles() {
        return (name, text) -> {
            say("[%s] %s", name, text);
            emit(Map.of("node", name, "text", text));
            if (context.console().out().checkError()) {
                unread.complete(null);
            }
        };
    }

    private static int result(Optional<NodeFailedException> failed, int traps) {
        if (failed.isPresent()) {
            throw new RunFailedException(failed.get().getMessage());
        }
        if (traps > 0) {
            throw new RunFailedException(traps == 1 ? "a module trapped" : "modules trapped %s times".formatted(traps));
        }
        return ExitCode.DONE;
    }
}
