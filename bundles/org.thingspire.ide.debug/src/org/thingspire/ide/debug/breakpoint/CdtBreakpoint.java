// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.ILineBreakpoint;

/**
 * A line breakpoint of Eclipse CDT, known by its marker: CDT may be there or not. It stays as CDT shows it; its conditions are not
 * looked at, as ours have none.
 */
record CdtBreakpoint(ILineBreakpoint breakpoint) implements NodeBreakpoint {

    private static final String MARKER = "org.eclipse.cdt.debug.core.cLineBreakpointMarker";

    static boolean is(ILineBreakpoint breakpoint) {
        IMarker marker = breakpoint.getMarker();
        try {
            return marker != null && marker.getResource() instanceof IFile && MARKER.equals(marker.getType());
        } catch (CoreException e) {
            return false; // deleted meanwhile
        }
    }

    @Override
    public Optional<Path> source() {
        return Optional.ofNullable(breakpoint.getMarker().getResource().getLocation()).map(location -> location.toPath());
    }

    @Override
    public int getLineNumber() throws CoreException {
        return breakpoint.getLineNumber();
    }

    @Override
    public boolean isEnabled() throws CoreException {
        return breakpoint.isEnabled();
    }

    @Override
    public boolean isIn(IResource resource) {
        return resource.getFullPath().isPrefixOf(breakpoint.getMarker().getResource().getFullPath());
    }

    @Override
    public void found(BreakpointFeed debugger, Optional<String> problem) throws CoreException {
        if (problem.isPresent()) {
            debugger.warnings().show(this, SourceBreakpoint.message(problem));
        } else {
            debugger.warnings().hide(this);
        }
    }

    @Override
    public void forget(BreakpointFeed debugger) throws CoreException {
        debugger.warnings().hide(this);
    }

    @Override
    public boolean moveTo(int line) {
        return false;
    }
}
