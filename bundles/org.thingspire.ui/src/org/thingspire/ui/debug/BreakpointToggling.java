// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.debug;

import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.thingspire.ide.project.ThingSpireNature;

/** Offers our breakpoints in any text editor, for the C files of ThingSpire projects. */
public final class BreakpointToggling implements IToggleBreakpointsTargetFactory {

    private static final String TARGET = "org.thingspire.ui.breakpoints.line";
    private static final String C_FILE = "c";

    /** The file of an editor, if it can have breakpoints. */
    static Optional<IFile> file(IWorkbenchPart part) {
        return Optional.ofNullable(part)
                .filter(ITextEditor.class::isInstance)
                .map(editor -> ((ITextEditor) editor).getEditorInput().getAdapter(IFile.class))
                .filter(file -> C_FILE.equals(file.getFileExtension()) && ThingSpireNature.isOn(file.getProject()));
    }

    @Override
    public Set<String> getToggleTargets(IWorkbenchPart part, ISelection selection) {
        return file(part).isPresent() ? Set.of(TARGET) : Set.of();
    }

    @Override
    public String getDefaultToggleTarget(IWorkbenchPart part, ISelection selection) {
        return file(part).isPresent() ? TARGET : null;
    }

    @Override
    public IToggleBreakpointsTarget createToggleTarget(String targetId) {
        return new LineBreakpointToggle();
    }

    @Override
    public String getToggleTargetName(String targetId) {
        return "ThingSpire Breakpoints";
    }

    @Override
    public String getToggleTargetDescription(String targetId) {
        return "Stops every node that has the module";
    }
}
