// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.debug;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.model.ILineBreakpoint;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;

/** Tells the workbench in which editor the source of a stack frame or breakpoint is shown. Texts and images are the platform's. */
public final class SourcePresentation extends LabelProvider implements IDebugModelPresentation {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    @Override
    public IEditorInput getEditorInput(Object element) {
        return switch (element) {
            case IFile file -> new FileEditorInput(file);
            case ILineBreakpoint breakpoint when breakpoint.getMarker().getResource() instanceof IFile file -> new FileEditorInput(file);
            case LocalFileStorage runtimeSource ->
                new FileStoreEditorInput(EFS.getLocalFileSystem().fromLocalFile(runtimeSource.getFile()));
            case null, default -> null;
        };
    }

    @Override
    public String getEditorId(IEditorInput input, Object element) {
        try {
            return IDE.getEditorDescriptor(input.getName(), true, false).getId();
        } catch (PartInitException e) {
            ILog.get().info("The text editor is taken for " + input.getName() + ": " + e.getMessage());
            return TEXT_EDITOR;
        }
    }

    /** Null: as the platform has it. */
    @Override
    public String getText(Object element) {
        return null;
    }

    /** Null: as the platform has it. */
    @Override
    public Image getImage(Object element) {
        return null;
    }

    @Override
    public void setAttribute(String attribute, Object value) {
        // Nothing is shown differently.
    }

    @Override
    public void computeDetail(IValue value, IValueDetailListener listener) {
        listener.detailComputed(value, "");
    }
}
