// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.debug;

import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.ILineBreakpoint;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;
import org.thingspire.ui.UiIds;

/**
 * Tells the workbench in which editor the source of a stack frame or breakpoint is shown, and how breakpoints look. Other texts and
 * images are the platform's.
 */
public final class SourcePresentation extends LabelProvider implements IDebugModelPresentation {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private Image notSet;

    @Override
    public IEditorInput getEditorInput(Object element) {
        return switch (element) {
            case IFile file -> new FileEditorInput(file);
            case ILineBreakpoint breakpoint when breakpoint.getMarker().getResource() instanceof IFile file -> new FileEditorInput(file);
            case LocalFileStorage runtimeSource -> new FileStoreEditorInput(EFS.getLocalFileSystem().fromLocalFile(runtimeSource.getFile()));
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
        return breakpoint(element).map(SourcePresentation::text).orElse(null);
    }

    private static String text(SourceBreakpoint breakpoint) {
        String place = breakpoint.getMarker().getResource().getName() + " [line: "
                + breakpoint.getMarker().getAttribute(IMarker.LINE_NUMBER, 0) + "]";
        return breakpoint.problem().map(why -> place + " - not set: " + why).orElse(place);
    }

    /** Null: as the platform has it, which knows enabled and disabled. */
    @Override
    public Image getImage(Object element) {
        return breakpoint(element).filter(found -> found.problem().isPresent()).map(found -> notSetImage()).orElse(null);
    }

    /** Views show the breakpoint, editors its marker. Empty if it was deleted meanwhile. */
    private static Optional<SourceBreakpoint> breakpoint(Object element) {
        Object found = element instanceof IMarker marker ? DebugPlugin.getDefault().getBreakpointManager().getBreakpoint(marker) : element;
        return Optional.ofNullable(found).filter(SourceBreakpoint.class::isInstance).map(SourceBreakpoint.class::cast)
                .filter(ours -> ours.getMarker().exists());
    }

    private Image notSetImage() {
        if (notSet == null) {
            notSet = ResourceLocator.imageDescriptorFromBundle(UiIds.BUNDLE, "icons/breakpoint-not-set.svg")
                    .map(ImageDescriptor::createImage).orElse(null);
        }
        return notSet;
    }

    @Override
    public void dispose() {
        if (notSet != null) {
            notSet.dispose();
        }
        super.dispose();
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
