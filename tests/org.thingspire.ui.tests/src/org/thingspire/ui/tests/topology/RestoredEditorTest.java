// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;
import org.thingspire.ui.topology.TopologyEditor;

/** Editors that the workbench opens because they were open when it was left, with what it wrote down of them then. */
@UiTest
class RestoredEditorTest {

    private static SampleProject project(Workbench workbench) {
        return workbench.project("thermostat", RuntimeFiles.home().resolve("samples/thermostat"));
    }

    @Test
    void anEditorWhoseProjectIsGoneSaysSoUntilItIsBack(Workbench workbench) {
        SampleProject project = project(workbench);
        workbench.openTopology(project);
        IMemento[] session = workbench.screen().ask(() -> {
            IMemento[] state = workbench.page().getEditorState(workbench.page().getEditorReferences(), true);
            workbench.page().closeAllEditors(false);
            project.project().delete(true, true, null);
            return state;
        });

        IEditorReference[] restored = workbench.screen().ask(() -> workbench.page().openEditors(null, null, session, IWorkbenchPage.MATCH_NONE, 0));

        workbench.screen().waitUntil("the editor is there", () -> restored[0].getEditor(true) instanceof TopologyEditor);
        new Widgets(workbench).awaitLabel("thermostat.topology is not there");
        workbench.screenshot("project-gone");

        project(workbench);
        workbench.diagram(workbench.screen().ask(() -> restored[0].getEditor(true))).waitUntilOn("control", "controller");
    }
}
