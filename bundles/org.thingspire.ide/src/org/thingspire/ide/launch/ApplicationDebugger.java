// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.run.target.RunningNode;

/**
 * Takes hold of a node that a launch in debug mode has started. Implemented by the debug model's bundle, which contributes it to
 * the extension point {@code org.thingspire.ide.debuggers}: launching does not depend on debugging.
 */
public interface ApplicationDebugger {

    /**
     * What is debugged.
     *
     * @param project its sources are in its folder
     * @param image what runs on the node, compiled without optimization
     * @param node waits for its debugger; the others of the application run
     * @param process the node's process in the Debug view
     */
    record DebuggedNode(IProject project, Image image, RunningNode node, IProcess process) {
    }

    /**
     * Refuses a launch that can only fail, before anything is built.
     *
     * @throws MissingProgramException if the debugger is one of this machine's programs and not there
     * @throws CoreException with what else is missing and what to do
     */
    void checkReady(ProgramPaths programs) throws CoreException;

    /**
     * Adds a debug target to the launch and lets the node run to the first breakpoint. Called in the launch's job.
     *
     * @throws CoreException with what to do; the application is then stopped
     */
    void attach(DebuggedNode node, ProgramPaths programs, ILaunch launch, IProgressMonitor monitor) throws CoreException;
}
