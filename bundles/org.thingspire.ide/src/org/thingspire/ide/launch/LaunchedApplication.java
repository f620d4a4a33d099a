// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.setup.Installation;
import org.thingspire.ide.build.ProjectBuild;
import org.thingspire.run.RunOptions;
import org.thingspire.run.RunningApplication;
import org.thingspire.run.console.ConsoleListener;
import org.thingspire.run.console.Trap;
import org.thingspire.run.target.NodeFailedException;
import org.thingspire.run.target.RunningNode;

/** Joins a running application to its launch: what nodes print goes to their processes, and so does their end. */
final class LaunchedApplication implements ConsoleListener {

    private final String name;
    private final Map<String, LaunchedNode> processes = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> consoleEnds = new ConcurrentHashMap<>();
    /** Why it was stopped; null as long as nobody has. */
    private final AtomicReference<String> stopped = new AtomicReference<>();
    private final ProjectEnd projectEnd;
    private RunningApplication running;

    private LaunchedApplication(ILaunch launch, IProject project, String name, List<Image> images) {
        this.name = name;
        this.projectEnd = new ProjectEnd(project, () -> stop("It was stopped, because its project was deleted, renamed or closed."));
        for (Image image : images) {
            String label = "%s (%s)".formatted(image.node(), image.board().name());
            processes.put(image.node(), new LaunchedNode(launch, project, label, this::stop));
            consoleEnds.put(image.node(), new CompletableFuture<>());
        }
    }

    /**
     * Starts every node. Their processes are in the launch when this returns.
     *
     * @throws IOException as {@link RunningApplication#start}
     */
    static LaunchedApplication start(ILaunch launch, IProject project, ProjectBuild.Result built, Installation installation,
            RunOptions options) throws IOException {
        String name = built.application().topology().topology().getName();
        LaunchedApplication launched = new LaunchedApplication(launch, project, name, built.images());
        launched.running = RunningApplication.start(built.application().topology(), built.images(), installation.llvm().symbolizer(),
                options, launched);
        for (Image image : built.images()) {
            launched.begin(launched.running.node(image.node()));
        }
        launched.projectEnd.await();
        return launched;
    }

    RunningNode node(String node) {
        return running.node(node);
    }

    LaunchedNode process(String node) {
        return processes.get(node);
    }

    /**
     * Stops every node, in a job: stopping an emulator can take a second.
     *
     * @param why what each node's console is to say; empty if the user knows
     */
    void stop(String why) {
        if (stopped.compareAndSet(null, why)) {
            projectEnd.awaitNoLonger();
            ICoreRunnable work = monitor -> running.close();
            Job.create("Stopping " + name, work).schedule();
        }
    }

    @Override
    public void line(String node, String text) {
        processes.get(node).printed(text);
    }

    @Override
    public void trapped(String node, Trap trap) {
        processes.get(node).trapped(trap);
    }

    @Override
    public void ended(String node) {
        consoleEnds.get(node).complete(null);
    }

    private void begin(RunningNode node) {
        processes.get(node.name()).begin();
        // A process that has ended gets no more text, so the console is read to its end first.
        node.exit().thenAcceptBoth(consoleEnds.get(node.name()), (code, nothing) -> ended(node, code));
    }

    private void ended(RunningNode node, int exitCode) {
        String why = stopped.get();
        String lastWords = why != null ? why : new NodeFailedException(node.name(), exitCode, node.lastErrors()).getMessage()
                + "\nThe whole application was stopped with it. Run it again to start every node.";
        processes.get(node.name()).ended(exitCode, lastWords);
        stop(""); // what is left of an application says nothing about it, and its sockets and sensors are still there
    }
}
