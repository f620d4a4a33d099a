// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Finds out whether a change of a project can change what is built: not its markers, its settings or the build's own files. */
final class RelevantChanges implements IResourceDeltaVisitor {

    private boolean found;

    private RelevantChanges() {
    }

    static boolean areIn(IResourceDelta delta) throws CoreException {
        RelevantChanges changes = new RelevantChanges();
        delta.accept(changes);
        return changes.found;
    }

    @Override
    public boolean visit(IResourceDelta delta) {
        IPath path = delta.getProjectRelativePath();
        if (found || BuildFolder.contains(path) || isSetting(path)) {
            return false;
        }
        if (delta.getResource().getType() == IResource.FILE) {
            found = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
        }
        return true;
    }

    /** {@code .project}, {@code .settings}, {@code .git} and the like. */
    private static boolean isSetting(IPath path) {
        return path.segmentCount() > 0 && path.segment(0).startsWith(".");
    }
}
