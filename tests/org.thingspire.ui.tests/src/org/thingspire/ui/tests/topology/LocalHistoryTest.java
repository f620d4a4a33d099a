// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.junit.jupiter.api.Test;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** Compare With and Replace With > Local History offer what was there before the diagram was saved, and what each save wrote. */
@UiTest
class LocalHistoryTest {

    @Test
    void hasWhatWasThereAndWhatEachSaveWrote(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("history", "thermostat");
        String first = project.topology().readString();
        TopologyDiagram diagram = workbench.openTopology(project);

        diagram.drag("control", "gateway");
        diagram.waitUntilOn("control", "gateway");
        workbench.screen().waitUntil("what is there is kept", () -> history(project.topology()).equals(List.of(first)));
        diagram.save();
        String second = project.topology().readString();
        workbench.screen().waitUntil("what was saved is kept", () -> history(project.topology()).equals(List.of(second, first)));
        diagram.drag("control", "controller");
        diagram.waitUntilOn("control", "controller");
        diagram.save();
        String third = project.topology().readString();
        workbench.screen().waitUntil("that is kept, too", () -> history(project.topology()).equals(List.of(third, second, first)));
    }

    /** The newest first. */
    private static List<String> history(IFile file) throws Exception {
        List<String> texts = new ArrayList<>();
        for (IFileState state : file.getHistory(null)) {
            try (InputStream content = state.getContents()) {
                texts.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
