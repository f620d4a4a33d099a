// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/**
 * Finds out whether a change of a project can change what is built: not its markers, its settings, the build's own files or the layout
 * of its diagram.
 */
final class RelevantChanges implements IResourceDeltaVisitor {

    /** The topology, if it says the same as the last build read there; empty if that is not known. */
    private final Optional<Path> unchangedTopology;
    private boolean found;

    private RelevantChanges(Optional<Path> unchangedTopology) {
        this.unchangedTopology = unchangedTopology;
    }

    /**
     * @param before what the last build read
     * @param now what there is to be read
     */
    static boolean areIn(IResourceDelta delta, Optional<DeployedText> before, Optional<DeployedText> now) throws CoreException {
        RelevantChanges changes = new RelevantChanges(before.equals(now) ? now.map(DeployedText::file) : Optional.empty());
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
            found = delta.getKind() != IResourceDelta.CHANGED
                    || (delta.getFlags() & IResourceDelta.CONTENT) != 0 && !isUnchanged(delta.getResource());
        }
        return true;
    }

    private boolean isUnchanged(IResource file) {
        return unchangedTopology.isPresent() && file.getLocation() != null && unchangedTopology.get().equals(file.getLocation().toPath());
    }

    /** {@code .project}, {@code .settings}, {@code .git} and the like. */
    private static boolean isSetting(IPath path) {
        return path.segmentCount() > 0 && path.segment(0).startsWith(".");
    }
}
