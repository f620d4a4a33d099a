// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.ResourceUtil;
import org.thingspire.topology.model.Module;

/** Opens other editors: the source of a module, the topology as text. */
final class EditorLinks {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private EditorLinks() {
    }

    static void openAsText(IWorkbenchPage page, IEditorInput input) {
        try {
            page.openEditor(input, TEXT_EDITOR, true, IWorkbenchPage.MATCH_ID | IWorkbenchPage.MATCH_INPUT);
        } catch (PartInitException e) {
            ErrorDialog.openError(page.getWorkbenchWindow().getShell(), "Text Editor", "The text editor can not be opened.", e.getStatus());
        }
    }

    static void openSource(IWorkbenchPage page, IEditorInput input, Path topology, Module module) {
        Path source = topology.resolveSibling(module.getSource() == null ? "" : module.getSource());
        if (!Files.isRegularFile(source)) {
            MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), "No Source Yet",
                    "There is no file " + module.getSource() + ". Create it, or name another source for module \"" + module.getName()
                            + "\" in the Properties view.");
            return;
        }
        IFile topologyFile = ResourceUtil.getFile(input);
        try {
            IFile file = topologyFile == null ? null : topologyFile.getParent().getFile(IPath.fromOSString(module.getSource()));
            if (file != null && file.exists()) {
                IDE.openEditor(page, file);
            } else {
                IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(source.toUri()));
            }
        } catch (PartInitException e) {
            ErrorDialog.openError(page.getWorkbenchWindow().getShell(), "Source", source + " can not be opened.", e.getStatus());
        }
    }
}
