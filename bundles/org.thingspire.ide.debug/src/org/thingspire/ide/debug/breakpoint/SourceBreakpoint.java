// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.nio.file.Path;
import java.util.Optional;

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

/** A breakpoint at a line of a module's source file. Holds for every node that the module is on. */
public final class SourceBreakpoint extends LineBreakpoint {

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
            marker.setAttribute(IMarker.MESSAGE, "Breakpoint: %s, line %d".formatted(file.getName(), line));
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

    /** Empty if the file is not on this machine's disks. */
    Optional<Path> source() {
        return Optional.ofNullable(getMarker()).map(IMarker::getResource).map(IResource::getLocation).map(location -> location.toPath());
    }

    /** Whether it belongs to a file, or to one in a project. */
    boolean isIn(IResource resource) {
        IMarker marker = getMarker();
        return marker != null && resource.getFullPath().isPrefixOf(marker.getResource().getFullPath());
    }
}
