// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.IBreakpointsListener;
import org.eclipse.debug.core.model.IBreakpoint;
import org.thingspire.debug.dap.DebuggerException;
import org.thingspire.debug.dap.NodeDebugSession;
import org.thingspire.ide.debug.DebugIds;

/**
 * Keeps the debugger of one node told of the workspace's breakpoints. Whoever changes a breakpoint does not wait for that: it
 * may be the user interface.
 */
public final class BreakpointFeed implements IBreakpointsListener, IBreakpointManagerListener, AutoCloseable {

    private final IBreakpointManager manager;
    private final IProject project;
    private final NodeDebugSession session;
    private final Map<Path, List<Integer>> told = new HashMap<>();
    private final Job job;
    private volatile boolean closed;

    public BreakpointFeed(IBreakpointManager manager, IProject project, NodeDebugSession session) {
        this.manager = manager;
        this.project = project;
        this.session = session;
        this.job = Job.createSystem("Setting breakpoints", (ICoreRunnable) monitor -> update());
    }

    /** Sets all breakpoints there are, and from then on follows their changes. */
    public void begin() throws CoreException, DebuggerException {
        manager.addBreakpointListener(this);
        manager.addBreakpointManagerListener(this);
        tell();
    }

    /** To be called before the node runs on: the workspace takes its time to tell of breakpoints that were enabled or disabled. */
    public void update() {
        try {
            tell();
        } catch (CoreException | DebuggerException e) {
            if (!closed) {
                ILog.of(BreakpointFeed.class).warn("Breakpoints could not be changed: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        manager.removeBreakpointListener(this);
        manager.removeBreakpointManagerListener(this);
    }

    @Override
    public void breakpointsAdded(IBreakpoint[] breakpoints) {
        changed(breakpoints);
    }

    @Override
    public void breakpointsRemoved(IBreakpoint[] breakpoints, IMarkerDelta[] deltas) {
        changed(breakpoints);
    }

    @Override
    public void breakpointsChanged(IBreakpoint[] breakpoints, IMarkerDelta[] deltas) {
        changed(breakpoints);
    }

    @Override
    public void breakpointManagerEnablementChanged(boolean enabled) {
        job.schedule();
    }

    private void changed(IBreakpoint[] breakpoints) {
        if (Stream.of(breakpoints).anyMatch(SourceBreakpoint.class::isInstance)) {
            job.schedule();
        }
    }

    private synchronized void tell() throws CoreException, DebuggerException {
        Map<Path, List<Integer>> wanted = wanted();
        Set<Path> sources = new HashSet<>(told.keySet());
        sources.addAll(wanted.keySet());
        for (Path source : sources) {
            List<Integer> lines = wanted.getOrDefault(source, List.of());
            if (!closed && !lines.equals(told.getOrDefault(source, List.of()))) {
                session.setBreakpoints(source, lines);
                told.put(source, lines);
            }
        }
    }

    private Map<Path, List<Integer>> wanted() throws CoreException {
        Map<Path, TreeSet<Integer>> lines = new HashMap<>();
        for (IBreakpoint breakpoint : manager.isEnabled() ? manager.getBreakpoints(DebugIds.MODEL) : new IBreakpoint[0]) {
            if (breakpoint instanceof SourceBreakpoint ours && ours.isIn(project) && ours.isEnabled() && ours.source().isPresent()) {
                lines.computeIfAbsent(ours.source().get(), source -> new TreeSet<>()).add(ours.getLineNumber());
            }
        }
        Map<Path, List<Integer>> wanted = new HashMap<>();
        lines.forEach((source, set) -> wanted.put(source, new ArrayList<>(set)));
        return wanted;
    }
}
