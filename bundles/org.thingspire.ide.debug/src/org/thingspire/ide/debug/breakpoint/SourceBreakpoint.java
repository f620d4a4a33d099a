// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.LineBreakpoint;
import org.thingspire.ide.debug.DebugIds;

/**
 * A breakpoint at a line of a module's source file. Holds for every node that the module is on. While nodes are debugged it tells
 * the truth: it stands at the line where a node stops, or says why none does.
 */
public final class SourceBreakpoint extends LineBreakpoint implements NodeBreakpoint {

    /** Of the marker, so that views and editors hear of a change; empty if there is none. */
    private static final String PROBLEM = DebugIds.BUNDLE + ".problem";

    private final Map<BreakpointFeed, Optional<String>> findings = new LinkedHashMap<>();

    /** For Eclipse, which brings the breakpoints of the last session back and gives them their marker afterwards. */
    public SourceBreakpoint() {
    }

    private SourceBreakpoint(IFile file, int line) throws DebugException {
        IWorkspaceRunnable create = monitor -> {
            IMarker marker = file.createMarker(DebugIds.LINE_BREAKPOINT_MARKER);
            setMarker(marker);
            marker.setAttribute(IBreakpoint.ID, getModelIdentifier());
            marker.setAttribute(IMarker.LINE_NUMBER, line);
            marker.setAttribute(IBreakpoint.PERSISTED, true);
            marker.setAttribute(IMarker.MESSAGE, message(Optional.empty()));
            setEnabled(true);
        };
        run(getMarkerRule(file), create);
    }

    /**
     * Sets a breakpoint, in the workspace and in what is debugged already.
     *
     * @param line counted from 1
     */
    public static SourceBreakpoint create(IFile file, int line) throws CoreException {
        SourceBreakpoint breakpoint = new SourceBreakpoint(file, line);
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(breakpoint);
        return breakpoint;
    }

    /** The breakpoint at a line, if there is one. */
    public static Optional<SourceBreakpoint> at(IResource file, int line) throws CoreException {
        for (IBreakpoint breakpoint : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugIds.MODEL)) {
            if (breakpoint instanceof SourceBreakpoint ours && ours.isIn(file) && ours.getLineNumber() == line) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /** Sets a breakpoint or, if there is one, removes it: what a double click in the editor's margin does. */
    public static void toggle(IFile file, int line) throws CoreException {
        Optional<SourceBreakpoint> there = at(file, line);
        if (there.isPresent()) {
            there.get().delete();
        } else {
            create(file, line);
        }
    }

    @Override
    public String getModelIdentifier() {
        return DebugIds.MODEL;
    }

    /** Also called when the breakpoints of the last session come back: its debuggers are gone. */
    @Override
    public void setMarker(IMarker marker) throws CoreException {
        super.setMarker(marker);
        if (problem().isPresent()) {
            show(Optional.empty());
        }
    }

    /** Why no node stops here: what each debugger has to say. Empty if one does, or none is running. */
    public Optional<String> problem() {
        return Optional.ofNullable(getMarker()).map(marker -> marker.getAttribute(PROBLEM, "")).filter(why -> !why.isEmpty());
    }

    @Override
    public synchronized void found(BreakpointFeed debugger, Optional<String> problem) throws CoreException {
        findings.put(debugger, problem);
        showFindings();
    }

    @Override
    public synchronized void forget(BreakpointFeed debugger) throws CoreException {
        if (findings.remove(debugger) != null) {
            showFindings();
        }
    }

    /** One that is there already, even if it was disabled, takes its place: nodes would stop there for both. */
    @Override
    public boolean moveTo(int line) throws CoreException {
        Optional<SourceBreakpoint> there = at(getMarker().getResource(), line);
        if (there.isPresent()) {
            there.get().setEnabled(true);
            delete();
        } else {
            setAttribute(IMarker.LINE_NUMBER, line);
        }
        return true;
    }

    private void showFindings() throws CoreException {
        boolean isSet = findings.isEmpty() || findings.values().stream().anyMatch(Optional::isEmpty);
        Optional<String> now = isSet ? Optional.empty()
                : Optional.of(findings.values().stream().flatMap(Optional::stream).distinct().collect(Collectors.joining("; ")));
        if (getMarker().exists() && !now.equals(problem())) {
            show(now);
        }
    }

    private void show(Optional<String> problem) throws CoreException {
        setAttributes(new String[] {PROBLEM, IMarker.MESSAGE}, new Object[] {problem.orElse(""), message(problem)});
    }

    /** What the editor shows when the pointer rests on it. */
    static String message(Optional<String> problem) {
        return problem.map(why -> "Breakpoint, not set: " + why).orElse("Breakpoint");
    }

    @Override
    public Optional<Path> source() {
        return Optional.ofNullable(getMarker()).map(IMarker::getResource).map(IResource::getLocation).map(location -> location.toPath());
    }

    @Override
    public boolean isIn(IResource resource) {
        IMarker marker = getMarker();
        return marker != null && resource.getFullPath().isPrefixOf(marker.getResource().getFullPath());
    }
}
