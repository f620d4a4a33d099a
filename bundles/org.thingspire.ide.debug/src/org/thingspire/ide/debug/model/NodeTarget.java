// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.debug.dap.DebugListener;
import org.thingspire.debug.dap.DebuggerException;
import org.thingspire.debug.dap.NodeDebugSession;
import org.thingspire.debug.dap.StopReason;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.debug.breakpoint.BreakpointFeed;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;
import org.thingspire.ide.launch.ApplicationDebugger.DebuggedNode;

/** A node under the debugger, as the Debug view shows it. It runs and halts as a whole. */
public final class NodeTarget extends NodeElement implements IDebugTarget, DebugListener {

    /** Asks the debugger to let the node run. */
    @FunctionalInterface
    interface Request {
        void send() throws DebuggerException;
    }

    private final DebuggedNode node;
    private final ILaunch launch;
    private final RunState state = new RunState();
    private final ThreadList threads = new ThreadList(this);
    private final NodeDebugSession session;
    private final BreakpointFeed breakpoints;
    private volatile boolean terminating;

    private NodeTarget(DebuggedNode node, ILaunch launch, NodeDebugSession session) {
        super(null);
        this.node = node;
        this.launch = launch;
        this.session = session;
        this.breakpoints = new BreakpointFeed(DebugPlugin.getDefault().getBreakpointManager(), node.project(), node.image().node(),
                session);
    }

    /**
     * Takes hold of a node, shows it in the launch, sets the workspace's breakpoints and lets it run.
     *
     * @param adapter the folder of the debug adapter
     * @throws IOException if the debugger can't be started or fails; nothing of it is left then
     */
    public static NodeTarget attach(DebuggedNode node, ProgramPaths programs, ILaunch launch, Path adapter) throws IOException, CoreException {
        NodeTarget target = new NodeTarget(node, launch, NodeDebugSession.prepare(adapter, node.image(), programs));
        try {
            target.begin();
            return target;
        } catch (IOException | CoreException | RuntimeException e) {
            target.ended();
            throw e;
        }
    }

    private void begin() throws IOException, CoreException {
        session.connect(node.node(), this);
        threads.replace(session.threads());
        launch.addDebugTarget(this);
        fireCreationEvent();
        breakpoints.begin();
        session.begin();
    }

    NodeDebugSession session() {
        return session;
    }

    /** Lets the node run; does nothing if it runs already. The thread is the one that the user acted on. */
    void run(NodeThread thread, int detail, Request request) throws DebugException {
        breakpoints.update();
        boolean step = detail != DebugEvent.CLIENT_REQUEST;
        if (!state.run(step ? Optional.of(thread) : Optional.empty())) {
            return;
        }
        threads.resumed(thread, detail);
        try {
            request.send();
        } catch (DebuggerException e) {
            state.halt();
            threads.suspended(thread, DebugEvent.UNSPECIFIED);
            throw failed(e);
        }
    }

    boolean isStepping(NodeThread thread) {
        return state.isStepping(thread);
    }

    @Override
    public void stopped(int thread, StopReason reason) {
        try {
            threads.replace(session.threads());
        } catch (DebuggerException e) {
            // They are as they were; what the user asks next will say what is wrong.
        }
        state.halt();
        threads.find(thread).ifPresent(found -> threads.suspended(found, switch (reason) {
            case BREAKPOINT -> DebugEvent.BREAKPOINT;
            case STEP -> DebugEvent.STEP_END;
            case SUSPENDED -> DebugEvent.CLIENT_REQUEST;
            case OTHER -> DebugEvent.UNSPECIFIED;
        }));
    }

    /** Only news if it was not we who asked for it. */
    @Override
    public void resumed() {
        if (state.run(Optional.empty())) {
            threads.first().ifPresent(thread -> threads.resumed(thread, DebugEvent.UNSPECIFIED));
        }
    }

    @Override
    public void ended() {
        if (!state.end()) {
            return;
        }
        breakpoints.close();
        session.close();
        state.terminate();
        threads.replace(List.of());
        fireTerminateEvent();
        // Nobody else knows the end of a process that is the debugger's child.
        if (terminating || node.image().board().isHosted()) {
            stopApplication();
        }
    }

    @Override
    public IDebugTarget getDebugTarget() {
        return this;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IProcess getProcess() {
        return node.process();
    }

    @Override
    public String getName() {
        return node.image().node();
    }

    @Override
    public IThread[] getThreads() {
        return threads.all().toArray(IThread[]::new);
    }

    @Override
    public boolean hasThreads() {
        return !threads.all().isEmpty();
    }

    @Override
    public boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return breakpoint instanceof SourceBreakpoint && breakpoint.getMarker().getResource().getProject().equals(node.project());
    }

    @Override
    public boolean canTerminate() {
        return state.canEnd();
    }

    @Override
    public boolean isTerminated() {
        return state.isTerminated();
    }

    /** Stops the whole application, as terminating any of its nodes does. */
    @Override
    public void terminate() throws DebugException {
        terminating = true;
        stopApplication();
        ended();
    }

    @Override
    public boolean canResume() {
        return isSuspended();
    }

    @Override
    public boolean canSuspend() {
        return state.isRunning();
    }

    @Override
    public boolean isSuspended() {
        return state.isSuspended();
    }

    @Override
    public void resume() throws DebugException {
        Optional<NodeThread> thread = threads.first();
        if (thread.isPresent()) {
            thread.get().resume();
        }
    }

    @Override
    public void suspend() throws DebugException {
        Optional<NodeThread> thread = threads.first();
        if (canSuspend() && thread.isPresent()) {
            try {
                session.suspend(thread.get().id());
            } catch (DebuggerException e) {
                throw failed(e);
            }
        }
    }

    /** They come through {@link BreakpointFeed}, many at a time. */
    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
    }

    @Override
    public boolean canDisconnect() {
        return false;
    }

    @Override
    public void disconnect() throws DebugException {
        notSupported("A node ends with its debugger. Terminate it.", null);
    }

    @Override
    public boolean isDisconnected() {
        return false;
    }

    @Override
    public boolean supportsStorageRetrieval() {
        return false;
    }

    @Override
    public IMemoryBlock getMemoryBlock(long start, long length) throws DebugException {
        notSupported("Memory is not shown.", null);
        return null;
    }

    DebugException failed(DebuggerException cause) {
        return new DebugException(FailureReport.error(cause.getMessage()));
    }

    private void stopApplication() {
        try {
            node.process().terminate();
        } catch (DebugException e) {
            // It has ended already.
        }
    }
}
