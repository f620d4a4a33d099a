// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.IBreakpointsListener;
import org.eclipse.debug.core.model.IBreakpoint;
import org.thingspire.debug.dap.BreakpointPlace;
import org.thingspire.debug.dap.DebuggerException;
import org.thingspire.debug.dap.NodeDebugSession;

/**
 * Keeps the debugger of one node told of the workspace's breakpoints, and the breakpoints of what came of it. Whoever changes a
 * breakpoint does not wait for that: it may be the user interface.
 */
public final class BreakpointFeed implements IBreakpointsListener, IBreakpointManagerListener, IResourceChangeListener, AutoCloseable {

    private final IBreakpointManager manager;
    private final IProject project;
    private final String node;
    private final NodeDebugSession session;
    private final Map<Path, Set<Integer>> told = new HashMap<>();
    private final BreakpointWarnings warnings = new BreakpointWarnings();
    private final Job job;
    private volatile boolean closed;

    /** @param node the name of what is debugged */
    public BreakpointFeed(IBreakpointManager manager, IProject project, String node, NodeDebugSession session) {
        this.manager = manager;
        this.project = project;
        this.node = node;
        this.session = session;
        this.job = Job.createSystem("Setting breakpoints", (ICoreRunnable) monitor -> update());
    }

    /** Sets all breakpoints there are, and from then on follows their changes. */
    public void begin() throws CoreException, DebuggerException {
        manager.addBreakpointListener(this);
        manager.addBreakpointManagerListener(this);
        project.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        tell();
    }

    /** To be called before the node runs on: what was changed a moment ago must hold by then. */
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
        project.getWorkspace().removeResourceChangeListener(this);
        job.schedule(); // nothing is found out any more: breakpoints are to forget what was
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

    /** The manager tells of changed breakpoints after the next build only, and a change of a marker alone need not bring one about. */
    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (Stream.of(event.findMarkerDeltas(IBreakpoint.BREAKPOINT_MARKER, true)).anyMatch(this::isChangeInProject)) {
            job.schedule();
        }
    }

    private boolean isChangeInProject(IMarkerDelta delta) {
        return delta.getKind() == IResourceDelta.CHANGED && project.equals(delta.getResource().getProject());
    }

    @Override
    public void breakpointManagerEnablementChanged(boolean enabled) {
        job.schedule();
    }

    private void changed(IBreakpoint[] breakpoints) {
        if (Stream.of(breakpoints).anyMatch(breakpoint -> NodeBreakpoint.of(breakpoint).isPresent())) {
            job.schedule();
        }
    }

    private synchronized void tell() throws CoreException, DebuggerException {
        Map<Path, SortedMap<Integer, NodeBreakpoint>> wanted = new HashMap<>();
        List<NodeBreakpoint> there = breakpoints();
        warnings.keepOnly(there);
        for (NodeBreakpoint breakpoint : there) {
            try {
                if (isWanted(breakpoint)) {
                    wanted.computeIfAbsent(breakpoint.source().orElseThrow(), source -> new TreeMap<>())
                            .put(breakpoint.getLineNumber(), breakpoint);
                } else {
                    breakpoint.forget(this);
                }
            } catch (CoreException e) {
                // It was deleted meanwhile. The others are still to be told of, or to forget.
            }
        }
        Set<Path> sources = new HashSet<>(told.keySet());
        sources.addAll(wanted.keySet());
        for (Path source : sources) {
            SortedMap<Integer, NodeBreakpoint> byLine = wanted.getOrDefault(source, Collections.emptySortedMap());
            if (!closed && !byLine.keySet().equals(told.getOrDefault(source, Set.of()))) {
                told.put(source, set(source, byLine));
            }
        }
    }

    /** What this debugger says of CDT's breakpoints. */
    BreakpointWarnings warnings() {
        return warnings;
    }

    /** CDT's first: at a line that has one of each, ours says whether it is set. */
    private List<NodeBreakpoint> breakpoints() {
        return Stream.of(manager.getBreakpoints()).flatMap(breakpoint -> NodeBreakpoint.of(breakpoint).stream())
                .filter(breakpoint -> breakpoint.isIn(project))
                .sorted(Comparator.comparing(SourceBreakpoint.class::isInstance)).toList();
    }

    private boolean isWanted(NodeBreakpoint breakpoint) throws CoreException {
        return !closed && manager.isEnabled() && breakpoint.isEnabled() && breakpoint.source().isPresent();
    }

    /** @return the lines at which they are now */
    private Set<Integer> set(Path source, SortedMap<Integer, NodeBreakpoint> byLine) throws CoreException, DebuggerException {
        List<Integer> asked = List.copyOf(byLine.keySet());
        List<BreakpointPlace> places = session.setBreakpoints(source, asked);
        Set<Integer> lines = new HashSet<>(asked);
        for (int i = 0; i < places.size(); i++) { // of a node that is about to end, the debugger says nothing
            BreakpointPlace place = places.get(i);
            NodeBreakpoint breakpoint = byLine.get(asked.get(i));
            breakpoint.found(this, place.problem().map(words -> inOurWords(source, words)));
            if (place.problem().isEmpty() && place.line() != asked.get(i) && breakpoint.getLineNumber() == asked.get(i)
                    && breakpoint.moveTo(place.line())) {
                lines.remove(asked.get(i));
                lines.add(place.line());
            }
        }
        return lines;
    }

    /** GDB says what it looked for, not what that means. */
    private String inOurWords(Path source, String gdb) {
        if (gdb.startsWith("No source file named")) {
            return "no module on %s has %s".formatted(node, source.getFileName());
        }
        if (gdb.startsWith("No line ") || gdb.startsWith("No compiled code for line ")) {
            return "no code at this line or below on " + node;
        }
        return node + ": " + gdb;
    }
}
