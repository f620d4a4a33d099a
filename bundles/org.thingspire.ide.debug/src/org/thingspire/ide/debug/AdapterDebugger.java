// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.debug.model.NodeTarget;
import org.thingspire.ide.launch.ApplicationDebugger;

/** Debugs launched applications through Eclipse CDT's debug adapter. */
public final class AdapterDebugger implements ApplicationDebugger {

    @Override
    public void checkReady(ProgramPaths programs) {
        programs.require(ExternalProgram.GDB);
        programs.require(ExternalProgram.NODE);
    }

    @Override
    public void attach(DebuggedNode node, ProgramPaths programs, ILaunch launch, IProgressMonitor monitor) throws CoreException {
        monitor.subTask("take hold of " + node.image().node());
        launch.setSourceLocator(new ProjectSources(node.project()));
        try {
            NodeTarget.attach(node, programs, launch, BundledAdapter.folder());
        } catch (IOException e) {
            throw new CoreException(FailureReport.status(e, "The debugger can't take hold of \"" + node.image().node() + "\""));
        }
    }
}
