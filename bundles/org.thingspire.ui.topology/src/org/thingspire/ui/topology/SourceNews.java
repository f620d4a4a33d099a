// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorSite;
import org.thingspire.ui.topology.document.ModuleSources;

/**
 * Tells the workspace and the user of the files that new modules get. They are not opened at once: who draws wants to go on drawing.
 *
 * @param topology empty if it is outside of the workspace
 */
record SourceNews(IEditorSite site, Optional<IFile> topology) implements ModuleSources.Observer {

    @Override
    public void created(String source) {
        refresh(source);
        say("New: " + source + ". A double click on the module opens it.");
    }

    @Override
    public void removed(String source) {
        refresh(source);
        say(source + " was taken away again.");
    }

    /** Later, because a command is being executed now. */
    @Override
    public void failed(String source, String reason) {
        site.getShell().getDisplay().asyncExec(() -> MessageDialog.openError(site.getShell(), "Source of a Module",
                source + " can not be changed (" + reason + ").\n\nCheck that the folder is not read-only and that the disk is not full."));
    }

    private void refresh(String source) {
        topology.ifPresent(file -> new ResourceRefresh(file.getParent().getFile(IPath.fromOSString(source))).schedule());
    }

    private void say(String message) {
        site.getActionBars().getStatusLineManager().setMessage(message);
    }
}
