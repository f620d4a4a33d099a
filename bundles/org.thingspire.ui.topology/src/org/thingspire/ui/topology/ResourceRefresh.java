// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/**
 * Tells the workspace that a file was written or taken away, as soon as a running build lets it; then the file is built and the markers
 * are right. Folders that are as new as the file become known, too.
 */
final class ResourceRefresh extends WorkspaceJob {

    private final IResource changed;

    ResourceRefresh(IFile file) {
        super("Refreshing " + file.getName());
        IResource topmost = file;
        while (!topmost.getParent().exists()) {
            topmost = topmost.getParent();
        }
        changed = topmost;
        setSystem(true);
        setRule(file.getWorkspace().getRuleFactory().refreshRule(changed));
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        changed.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        return Status.OK_STATUS;
    }
}
