// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.project;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.ide.project.NewProject;
import org.thingspire.ui.UiIds;
import org.thingspire.ui.start.ClassesAhead;

/** Makes a project from a template and opens its topology. */
public final class NewProjectWizard extends Wizard implements INewWizard, IExecutableExtension {

    private IWorkbench workbench;
    private IConfigurationElement configuration;
    private NewProjectPage page;

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        ClassesAhead.ofEditorsAndViews().schedule(); // while the user thinks of a name
        setWindowTitle("New ThingSpire Project");
        setNeedsProgressMonitor(true);
        ResourceLocator.imageDescriptorFromBundle(UiIds.BUNDLE, "icons/wizard.svg").ifPresent(this::setDefaultPageImageDescriptor);
    }

    /** The workbench tells which perspective belongs to this wizard. */
    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        configuration = element;
    }

    @Override
    public void addPages() {
        page = new NewProjectPage(ResourcesPlugin.getWorkspace(), IdeInstallation.ofThisWorkbench().templates());
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        NewProject project = page.newProject();
        IFile[] topology = new IFile[1];
        IRunnableWithProgress work = monitor -> {
            try {
                topology[0] = project.create(monitor);
            } catch (CoreException e) {
                throw new InvocationTargetException(e);
            }
        };
        try {
            getContainer().run(true, false, work);
        } catch (InvocationTargetException e) {
            IStatus status = FailureReport.status((Exception) e.getCause(), "The project can't be created");
            ErrorDialog.openError(getShell(), "New ThingSpire Project", null, status);
            return false;
        } catch (InterruptedException e) {
            return false; // it can't be canceled
        }
        show(topology[0]);
        return true;
    }

    private void show(IFile topology) {
        if (configuration != null) {
            BasicNewProjectResourceWizard.updatePerspective(configuration);
        }
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        BasicNewResourceWizard.selectAndReveal(topology, window);
        try {
            IDE.openEditor(window.getActivePage(), topology);
        } catch (PartInitException e) {
            ErrorDialog.openError(window.getShell(), "New ThingSpire Project", "The project was created.", e.getStatus());
        }
    }
}
