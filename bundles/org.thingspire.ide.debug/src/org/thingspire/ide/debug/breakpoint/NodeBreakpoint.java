// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.breakpoint;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.ILineBreakpoint;

/** A breakpoint of the workspace at which nodes stop: one of ours, or of CDT's for those who set theirs in its C editor. */
sealed interface NodeBreakpoint permits SourceBreakpoint, CdtBreakpoint {

    /** Empty if nodes have nothing to do with it. */
    static Optional<NodeBreakpoint> of(IBreakpoint breakpoint) {
        return switch (breakpoint) {
            case SourceBreakpoint ours -> Optional.of(ours);
            case ILineBreakpoint line when CdtBreakpoint.is(line) -> Optional.of(new CdtBreakpoint(line));
            case null, default -> Optional.empty();
        };
    }

    /** Empty if the file is not on this machine's disks. */
    Optional<Path> source();

    /** Counted from 1. */
    int getLineNumber() throws CoreException;

    boolean isEnabled() throws CoreException;

    /** Whether it belongs to a file, or to one in a project. */
    boolean isIn(IResource resource);

    /** What a debugger has to say of it: nothing if it could be set. */
    void found(BreakpointFeed debugger, Optional<String> problem) throws CoreException;

    /** The debugger is gone, or has no longer anything to do with it. */
    void forget(BreakpointFeed debugger) throws CoreException;

    /**
     * Goes to the line where a debugger has set it.
     *
     * @return whether it is there now; else it stays where it is
     */
    boolean moveTo(int line) throws CoreException;
}
