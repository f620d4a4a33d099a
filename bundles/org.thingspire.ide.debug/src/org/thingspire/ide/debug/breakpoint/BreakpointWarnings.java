// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.thingspire.ide.debug.DebugIds;

/** A warning at the line of each breakpoint of CDT's that one debugger could not set: what CDT shows there is not ours to change. */
final class BreakpointWarnings {

    private final Map<CdtBreakpoint, IMarker> markers = new HashMap<>();

    /** In place of what was said of it before. */
    void show(CdtBreakpoint breakpoint, String message) throws CoreException {
        hide(breakpoint);
        IMarker at = breakpoint.breakpoint().getMarker();
        if (at.exists()) {
            markers.put(breakpoint, at.getResource().createMarker(DebugIds.UNSET_BREAKPOINT_MARKER, Map.of(IMarker.MESSAGE, message,
                    IMarker.SEVERITY, IMarker.SEVERITY_WARNING, IMarker.LINE_NUMBER, breakpoint.getLineNumber())));
        }
    }

    void hide(CdtBreakpoint breakpoint) throws CoreException {
        IMarker marker = markers.remove(breakpoint);
        if (marker != null) {
            marker.delete();
        }
    }

    /** What was said of others was said of breakpoints that are gone. */
    void keepOnly(Collection<NodeBreakpoint> breakpoints) throws CoreException {
        for (CdtBreakpoint breakpoint : List.copyOf(markers.keySet())) {
            if (!breakpoints.contains(breakpoint)) {
                hide(breakpoint);
            }
        }
    }
}
