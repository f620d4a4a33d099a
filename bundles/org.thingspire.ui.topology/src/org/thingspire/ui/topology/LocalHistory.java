// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.commands.CommandStackEvent;
import org.eclipse.gef.commands.CommandStackEventListener;

/**
 * Keeps what saves of a diagram write in the file's local history, and what was there before the first. In the background: the
 * workspace's own way of writing would do it, but waits for builds, and leaves half a file on a full disk. So what is saved is kept after
 * that, and the state before the first save as soon as there is something to save.
 */
final class LocalHistory implements CommandStackEventListener {

    private final CommandStack changes;
    private final WorkspaceJob keeping;
    private boolean wasDirty;

    LocalHistory(IFile file, CommandStack changes) {
        this.changes = changes;
        this.keeping = new Keeping(file);
    }

    @Override
    public void stackChanged(CommandStackEvent event) {
        boolean isDirty = changes.isDirty();
        if (isDirty && !wasDirty) {
            keep();
        }
        wasDirty = isDirty;
    }

    /** What the file has now. To be called when it has been saved, too. */
    void keep() {
        keeping.schedule();
    }

    private static final class Keeping extends WorkspaceJob {

        private final IFile file;

        Keeping(IFile file) {
            super("Keeping " + file.getName() + " in the local history");
            this.file = file;
            setSystem(true);
            setRule(file.getWorkspace().getRuleFactory().modifyRule(file));
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) {
            try {
                if (!isNewest()) {
                    // Nothing is appended: that keeps the state and never writes half of anything.
                    file.appendContents(new ByteArrayInputStream(new byte[0]), IResource.FORCE | IResource.KEEP_HISTORY, monitor);
                }
            } catch (CoreException | IOException e) {
                return Status.info("Not kept in the local history: " + e.getMessage()); // if it can't be saved either, the save says so
            }
            return Status.OK_STATUS;
        }

        /** The user may have gone back to what was saved, and begun to change it again. */
        private boolean isNewest() throws CoreException, IOException {
            IFileState[] states = file.getHistory(null);
            return states.length > 0 && Arrays.equals(bytes(states[0].getContents()), bytes(file.getContents(true)));
        }

        private static byte[] bytes(InputStream content) throws IOException {
            try (content) {
                return content.readAllBytes();
            }
        }
    }
}
