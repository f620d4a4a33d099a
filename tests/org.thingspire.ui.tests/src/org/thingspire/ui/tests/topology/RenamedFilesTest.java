// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.PerformRefactoringOperation;
import org.eclipse.ltk.core.refactoring.RefactoringContribution;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.RefactoringDescriptor;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.resource.MoveResourcesDescriptor;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** The topology names files; who gives one of them another name or place does not have to think of that. */
@UiTest
class RenamedFilesTest {

    private SampleProject project;
    private List<String> before;

    @BeforeEach
    void makeThermostat(Workbench workbench) throws Exception {
        project = workbench.newProject("renaming", "thermostat");
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        before = project.topologyLines();
    }

    /** A build that still writes would be in the way of who deletes the project. */
    @AfterEach
    void awaitBuild() throws Exception {
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
    }

    @Test
    void aRenamedSourceIsRenamedInTheTopologyUntilThatIsUndone(Workbench workbench) throws Exception {
        workbench.selectInExplorer(project.project().getFile("modules/control.c"));
        workbench.hands().press(KeyEvent.VK_F2);
        Widgets widgets = new Widgets(workbench);
        widgets.awaitDialog("Rename Resource");
        widgets.type("decide"); // in place of what is selected there: the name without its ending
        workbench.screenshot("rename");
        widgets.clickButton("OK");
        widgets.awaitNoDialog("Rename Resource");

        workbench.screen().waitUntil("the file has its new name", () -> project.project().getFile("modules/decide.c").exists());
        assertThat(project.topologyLines()).isEqualTo(renamed("modules/control.c", "modules/decide.c"));

        workbench.selectInExplorer(project.project().getFile("modules/decide.c"));
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);

        workbench.screen().waitUntil("the file has its old name", () -> project.project().getFile("modules/control.c").exists());
        assertThat(project.topologyLines()).isEqualTo(before);
    }

    @Test
    void aRenamedFolderIsRenamedInEachPath() throws Exception {
        rename(project.project().getFolder("modules"), "parts");

        assertThat(project.topologyLines()).isEqualTo(renamed("modules/", "parts/"));
    }

    @Test
    void aRecordingIsNamedByTheTopologyToo() throws Exception {
        rename(project.project().getFile("data/room.csv"), "cellar.csv");

        assertThat(project.topologyLines()).isEqualTo(renamed("data/room.csv", "data/cellar.csv"));
    }

    @Test
    void aMovedSourceIsFoundInItsNewFolder() throws Exception {
        IFolder rules = project.project().getFolder("rules");
        rules.create(true, true, null);

        move(project.project().getFile("modules/control.c"), rules);

        assertThat(project.topologyLines()).isEqualTo(renamed("modules/control.c", "rules/control.c"));
    }

    @Test
    void aFileThatTheTopologyDoesNotNameChangesNothing() throws Exception {
        rename(project.project().getFile("wit/climate.wit"), "weather.wit");

        assertThat(project.topologyLines()).isEqualTo(before);
    }

    private List<String> renamed(String from, String to) {
        assertThat(before).anyMatch(line -> line.contains(from));
        return before.stream().map(line -> line.replace('"' + from, '"' + to)).toList();
    }

    private static void rename(IResource resource, String name) throws CoreException {
        RefactoringContribution contribution = RefactoringCore.getRefactoringContribution(RenameResourceDescriptor.ID);
        RenameResourceDescriptor descriptor = (RenameResourceDescriptor) contribution.createDescriptor();
        descriptor.setResourcePath(resource.getFullPath());
        descriptor.setNewName(name);
        perform(descriptor);
    }

    private static void move(IResource resource, IFolder destination) throws CoreException {
        RefactoringContribution contribution = RefactoringCore.getRefactoringContribution(MoveResourcesDescriptor.ID);
        MoveResourcesDescriptor descriptor = (MoveResourcesDescriptor) contribution.createDescriptor();
        descriptor.setResourcePathsToMove(new IPath[] {resource.getFullPath()});
        descriptor.setDestinationPath(destination.getFullPath());
        perform(descriptor);
    }

    private static void perform(RefactoringDescriptor descriptor) throws CoreException {
        RefactoringStatus status = new RefactoringStatus();
        PerformRefactoringOperation operation =
                new PerformRefactoringOperation(descriptor.createRefactoring(status), CheckConditionsOperation.ALL_CONDITIONS);
        ResourcesPlugin.getWorkspace().run(operation, new NullProgressMonitor());
        assertThat(operation.getConditionStatus().isOK()).as(operation.getConditionStatus().toString()).isTrue();
    }
}
