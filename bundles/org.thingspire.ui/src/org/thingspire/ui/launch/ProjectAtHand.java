// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.thingspire.ide.project.ThingSpireNature;

/** Finds the ThingSpire project that the user means: the selected one, else the one in the editor, else the only one there is. */
record ProjectAtHand(IWorkspaceRoot workspace) {

    Optional<IProject> find(ISelection selection, IEditorPart editor) {
        Optional<IProject> selected = ofSelection(selection).or(() -> ofEditor(editor));
        if (selected.isPresent()) {
            return selected;
        }
        List<IProject> all = Stream.of(workspace.getProjects()).filter(ThingSpireNature::isOn).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    static Optional<IProject> ofSelection(ISelection selection) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return Optional.empty();
        }
        return Stream.of(structured.toArray()).map(element -> Adapters.adapt(element, IResource.class)).filter(Objects::nonNull)
                .map(IResource::getProject).filter(Objects::nonNull).filter(ThingSpireNature::isOn).findFirst();
    }

    static Optional<IProject> ofEditor(IEditorPart editor) {
        return Optional.ofNullable(editor).map(IEditorPart::getEditorInput).map(input -> Adapters.adapt(input, IResource.class))
                .map(IResource::getProject).filter(ThingSpireNature::isOn);
    }
}
