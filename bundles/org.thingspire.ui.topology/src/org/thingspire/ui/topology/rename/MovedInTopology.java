// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.rename;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.MoveParticipant;

/** A source, a recording or a folder of them goes into another folder. Called by the platform's refactoring, which also undoes it. */
public final class MovedInTopology extends MoveParticipant {

    private IResource resource;

    @Override
    protected boolean initialize(Object element) {
        resource = (IResource) element; // as the extension in plugin.xml wants it
        return resource.getType() == IResource.FILE || resource.getType() == IResource.FOLDER;
    }

    @Override
    public String getName() {
        return "Paths in the topology";
    }

    @Override
    public RefactoringStatus checkConditions(IProgressMonitor monitor, CheckConditionsContext context) throws OperationCanceledException {
        return new RefactoringStatus();
    }

    @Override
    public Change createChange(IProgressMonitor monitor) throws CoreException {
        if (!(getArguments().getDestination() instanceof IContainer folder) || !resource.getProject().equals(folder.getProject())) {
            return null; // in another project, a topology can't name it
        }
        return MovedResource.of(resource, folder.getProjectRelativePath().append(resource.getName())).change(monitor).orElse(null);
    }
}
