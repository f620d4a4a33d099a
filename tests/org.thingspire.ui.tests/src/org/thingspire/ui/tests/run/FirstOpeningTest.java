// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** Files of modules are opened for the first time in a workbench in which another editor edits text, too. */
@UiTest
class FirstOpeningTest {

    @Test
    void isInTheTextEditorThatHasBreakpointsAndWithoutAQuestion(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("first", "thermostat");
        for (String name : List.of("modules/control.c", "modules/units.h", "modules/bare.wat", "wit/climate.wit")) {
            IFile file = project.project().getFile(name);
            if (!file.exists()) {
                file.create(new byte[0], true, false, null);
            }

            IEditorPart editor = workbench.screen().ask(() -> IDE.openEditor(workbench.page(), file));

            assertThat(editor.getSite().getId()).as(name).isEqualTo(EditorsUI.DEFAULT_TEXT_EDITOR_ID);
        }
        assertThat(workbench.screen()
                .ask(() -> Stream.of(workbench.screen().display().getShells()).filter(Shell::isVisible).map(Shell::getText).toList()))
                .as("dialogs").hasSize(1);
        assertThat(workbench.screen().ask(() -> Stream.of(workbench.page().getEditorReferences()).map(IEditorReference::getName).toList()))
                .contains("control.c", "units.h", "bare.wat", "climate.wit");
    }
}
