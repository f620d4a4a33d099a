// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Tells the workspace that a file was written, as soon as a running build lets it; then the file is built and the markers are right. */
final class ResourceRefresh extends WorkspaceJob {

    private final IFile file;

    ResourceRefresh(IFile file) {
        super("Refreshing " + file.getName());
        this.file = file;
        setSystem(true);
        setRule(file.getWorkspace().getRuleFactory().refreshRule(file));
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        file.refreshLocal(IResource.DEPTH_ZERO, monitor);
        return Status.OK_STATUS;
    }
}
