// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.rename;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.RenameParticipant;

/** A source, a recording or a folder of them gets another name. Called by the platform's refactoring, which also undoes it. */
public final class RenamedInTopology extends RenameParticipant {

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
        IPath newPath = resource.getProjectRelativePath().removeLastSegments(1).append(getArguments().getNewName());
        return MovedResource.of(resource, newPath).change(monitor).orElse(null);
    }
}
