// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.thingspire.ide.FailureReport;
import org.thingspire.run.console.Trap;

/** A node as the Debug view and the Console show it. Terminating one stops the whole application. */
public final class LaunchedNode extends PlatformObject implements IProcess {

    /** Value of {@link IProcess#ATTR_PROCESS_TYPE}: whose consoles have links on trap lines. */
    public static final String TYPE = "org.thingspire.ide.node";

    /** A console is made in milliseconds; nobody waits for one that hangs. */
    private static final long CONSOLE_PATIENCE_MS = 10_000;

    private final ILaunch launch;
    private final String label;
    private final IProject project;
    private final Consumer<String> stopApplication;
    private final NodeOutput output = new NodeOutput();
    private final NodeOutput errors = new NodeOutput();
    private final Map<String, Trap.SourcePlace> trapPlaces = new ConcurrentHashMap<>();
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private OptionalInt exitCode = OptionalInt.empty();

    /**
     * @param project of the application
     * @param label its node and board
     * @param stopApplication gets the reason, which may be empty, and returns at once; every node's process is told its end later
     */
    LaunchedNode(ILaunch launch, IProject project, String label, Consumer<String> stopApplication) {
        this.launch = launch;
        this.project = project;
        this.label = label;
        this.stopApplication = stopApplication;
        attributes.put(ATTR_PROCESS_TYPE, TYPE);
        // The name of its console: in the Console view nothing else says of which project it is.
        attributes.put(ATTR_PROCESS_LABEL, project.getName() + ": " + label);
    }

    /** The source of a trap that this node printed, by the text of its line. */
    public Optional<Trap.SourcePlace> placeOfTrap(String line) {
        return Optional.ofNullable(trapPlaces.get(line));
    }

    /** Shows it in the views; when this returns its console is there, if there is somebody to show one. */
    void begin() {
        launch.addProcess(this);
        awaitConsole();
        fire(DebugEvent.CREATE);
    }

    /**
     * The platform makes each process's console in a job of its own, which belongs to the process. Jobs that run at the same time now and
     * then connect one console to two processes' streams and another to none.
     *
     * @see <a href="https://github.com/eclipse-platform/eclipse.platform/issues/2638">Race condition in ConsoleColorProvider.connect()</a>
     */
    private void awaitConsole() {
        try {
            for (Job job : Job.getJobManager().find(this)) {
                job.join(CONSOLE_PATIENCE_MS, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    IProject project() {
        return project;
    }

    void printed(String line) {
        output.println(line);
    }

    void trapped(Trap trap) {
        trap.place().ifPresent(place -> trapPlaces.put(trap.toString(), place));
        errors.println(trap.toString());
    }

    /** @param lastWords why, if it was not told to end; empty otherwise */
    void ended(int code, String lastWords) {
        synchronized (this) {
            if (exitCode.isPresent()) {
                return;
            }
            exitCode = OptionalInt.of(code);
        }
        if (!lastWords.isEmpty()) {
            errors.println(lastWords);
        }
        fire(DebugEvent.TERMINATE);
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return new IStreamsProxy() {
            @Override
            public IStreamMonitor getOutputStreamMonitor() {
                return output;
            }

            @Override
            public IStreamMonitor getErrorStreamMonitor() {
                return errors;
            }

            @Override
            public void write(String input) {
                // Nodes read nothing from their console.
            }
        };
    }

    @Override
    public void setAttribute(String key, String value) {
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
        fire(DebugEvent.CHANGE);
    }

    @Override
    public String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public synchronized int getExitValue() throws DebugException {
        return exitCode.orElseThrow(() -> new DebugException(FailureReport.error("\"" + label + "\" still runs.")));
    }

    @Override
    public boolean canTerminate() {
        return !isTerminated();
    }

    @Override
    public synchronized boolean isTerminated() {
        return exitCode.isPresent();
    }

    @Override
    public void terminate() {
        terminate("");
    }

    /** @param why what the consoles of all nodes say last; empty if the user knows */
    void terminate(String why) {
        if (canTerminate()) {
            stopApplication.accept(why);
        }
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter.equals(IProcess.class)) {
            return adapter.cast(this);
        }
        if (adapter.equals(ILaunch.class)) {
            return adapter.cast(launch);
        }
        return super.getAdapter(adapter);
    }

    private void fire(int kind) {
        DebugPlugin manager = DebugPlugin.getDefault();
        if (manager != null) {
            manager.fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
        }
    }
}
