// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** The folder of a project that only builds write to. It is marked as derived: searches, teams and deltas pass over it. */
record BuildFolder(IProject project) {

    private static final String NAME = "build";

    /** Whether a path relative to the project's folder is in here. */
    static boolean contains(IPath path) {
        return path.segmentCount() > 0 && path.segment(0).equals(NAME);
    }

    /** Before a build, so that nobody ever sees it as the user's. */
    void prepare(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        IFolder folder = project.getFolder(NAME);
        folder.refreshLocal(IResource.DEPTH_ZERO, progress.split(1));
        if (folder.exists() && !folder.isDerived()) {
            folder.setDerived(true, progress.split(1));
        }
    }

    void refresh(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        prepare(progress.split(1));
        project.getFolder(NAME).refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
    }

    void delete(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        IFolder folder = project.getFolder(NAME);
        folder.refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
        if (folder.exists()) {
            folder.delete(IResource.FORCE, progress.split(1));
        }
    }
}
