// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.debug;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;

/** Sets and removes line breakpoints from an editor. */
final class LineBreakpointToggle implements IToggleBreakpointsTarget {

    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        Optional<IFile> file = BreakpointToggling.file(part);
        if (file.isPresent() && selection instanceof ITextSelection text) {
            SourceBreakpoint.toggle(file.get(), text.getStartLine() + 1); // editors count from 0
        }
    }

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return BreakpointToggling.file(part).isPresent() && selection instanceof ITextSelection;
    }

    @Override
    public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        // C files have line breakpoints only.
    }

    @Override
    public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        // C files have line breakpoints only.
    }

    @Override
    public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }
}
