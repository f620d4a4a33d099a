// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.launch.LaunchSettings;

/** A launch of a project in debug mode, followed through the events that the Debug view gets too; stopped after the test. */
final class Debugging implements AutoCloseable, IDebugEventSetListener {

    private static final long PATIENCE_SECONDS = Launching.PATIENCE.toSeconds();

    private final BlockingQueue<DebugEvent> suspensions = new LinkedBlockingQueue<>();
    private final Launching launching;

    private Debugging(LaunchSettings settings) throws CoreException {
        DebugPlugin.getDefault().addDebugEventListener(this);
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy configuration =
                manager.getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, settings.projectName());
        settings.write(configuration);
        try {
            launching = new Launching(configuration.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor()));
        } catch (CoreException e) {
            DebugPlugin.getDefault().removeDebugEventListener(this);
            throw e;
        }
    }

    static Debugging of(TestProject project) throws CoreException {
        return new Debugging(LaunchSettings.of(project.project()));
    }

    static Debugging of(TestProject project, String node) throws CoreException {
        LaunchSettings usual = LaunchSettings.of(project.project());
        return new Debugging(new LaunchSettings(usual.projectName(), usual.speed(), Optional.of(node)));
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        Stream.of(events).filter(event -> event.getKind() == DebugEvent.SUSPEND).forEach(suspensions::add);
    }

    ILaunch launch() {
        return launching.launch();
    }

    IDebugTarget target() {
        return launch().getDebugTarget();
    }

    /** The thread that halts next. */
    IThread awaitHalt(int detail) throws InterruptedException {
        DebugEvent event = suspensions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null || event.getDetail() != detail || !(event.getSource() instanceof IThread thread)) {
            throw new AssertionError("expected a halt for reason " + detail + ", got " + event);
        }
        return thread;
    }

    void assertRunsFor(int milliseconds) throws Exception {
        DebugEvent event = suspensions.poll(milliseconds, TimeUnit.MILLISECONDS);
        if (event != null) {
            throw new AssertionError("halted: " + event + (event.getSource() instanceof IThread thread ? stack(thread) : ""));
        }
    }

    void awaitEnd() throws InterruptedException {
        launching.awaitEnd();
    }

    static List<String> stack(IThread thread) throws DebugException {
        return Stream.of(thread.getStackFrames()).map(Debugging::name).toList();
    }

    private static String name(IStackFrame frame) {
        try {
            return frame.getName();
        } catch (DebugException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws CoreException, InterruptedException {
        try {
            launching.close();
        } finally {
            DebugPlugin.getDefault().removeDebugEventListener(this);
            DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
        }
    }
}
