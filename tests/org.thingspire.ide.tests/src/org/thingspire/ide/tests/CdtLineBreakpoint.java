// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.LineBreakpoint;

/** A line breakpoint with the marker and the attributes that those of Eclipse CDT have. */
public final class CdtLineBreakpoint extends LineBreakpoint {

    private static final String MODEL = "org.eclipse.cdt.debug.core";

    static CdtLineBreakpoint create(IFile file, int line) throws CoreException {
        CdtLineBreakpoint breakpoint = new CdtLineBreakpoint();
        IWorkspaceRunnable create = monitor -> {
            IMarker marker = file.createMarker("org.eclipse.cdt.debug.core.cLineBreakpointMarker");
            breakpoint.setMarker(marker);
            marker.setAttribute(IBreakpoint.ID, MODEL);
            marker.setAttribute(IBreakpoint.ENABLED, true);
            marker.setAttribute(IMarker.LINE_NUMBER, line);
            marker.setAttribute("org.eclipse.cdt.debug.core.sourceHandle", file.getLocation().toOSString());
        };
        file.getWorkspace().run(create, null);
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(breakpoint);
        return breakpoint;
    }

    @Override
    public String getModelIdentifier() {
        return MODEL;
    }
}
