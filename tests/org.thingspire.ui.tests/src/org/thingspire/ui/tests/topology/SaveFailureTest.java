// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.ui.tests.driver.Mount;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** Where a topology can't be saved the user is told so, and nothing is lost: neither the changes nor the old file. */
@UiTest
class SaveFailureTest {

    private static final Path THERMOSTAT = RuntimeFiles.home().resolve("samples/thermostat");
    private static final int DISK_KILOBYTES = 256;
    private static final String MESSAGE = "Not Saved";

    private Optional<Mount> mount = Optional.empty();

    @AfterEach
    void unmount() throws Exception {
        if (mount.isPresent()) {
            mount.get().close();
        }
    }

    @Test
    void aFullDiskIsSaidAndSavedToWhenThereIsRoomAgain(Workbench workbench) throws Exception {
        Path folder = ResourcesPlugin.getWorkspace().getRoot().getLocation().append("full").toPath();
        mount = Mount.smallDisk(folder, DISK_KILOBYTES);
        assumeTrue(mount.isPresent(), "nothing can be mounted here");
        SampleProject project = workbench.project("full", THERMOSTAT);
        TopologyDiagram diagram = workbench.openTopology(project);
        Path filler = mount.get().fill();

        assertSaveFails(workbench, project, diagram, "no space is left on the disk");

        Files.delete(filler);
        diagram.save();
        assertThat(project.topologyLines()).anyMatch(line -> line.contains("module=\"control\" node=\"gateway\""));
    }

    @Test
    void aReadOnlyDiskIsSaidAndSavedToWhenItIsWritableAgain(Workbench workbench) throws Exception {
        SampleProject project = workbench.project("fixed", THERMOSTAT);
        TopologyDiagram diagram = workbench.openTopology(project);
        mount = Mount.readOnly(project.topologyFile().getParent());
        assumeTrue(mount.isPresent(), "nothing can be mounted here");

        assertSaveFails(workbench, project, diagram, "can not be written");

        mount.get().close();
        mount = Optional.empty();
        diagram.save();
        assertThat(project.topologyLines()).anyMatch(line -> line.contains("module=\"control\" node=\"gateway\""));
    }

    private static void assertSaveFails(Workbench workbench, SampleProject project, TopologyDiagram diagram, String reason)
            throws IOException {
        List<String> saved = project.topologyLines();
        List<Path> files = files(project);
        diagram.drag("control", "gateway");
        diagram.waitUntilOn("control", "gateway");

        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);

        Widgets widgets = new Widgets(workbench);
        widgets.awaitDialog(MESSAGE);
        workbench.screenshot("not-saved-" + project.name());
        assertThat(widgets.textOf(MESSAGE)).contains(reason, "it is unchanged", "Check that");
        workbench.hands().press(KeyEvent.VK_ESCAPE);
        widgets.awaitNoDialog(MESSAGE);
        assertThat(workbench.screen().ask(() -> diagram.editor().isDirty())).isTrue();
        assertThat(project.topologyLines()).isEqualTo(saved);
        assertThat(files(project)).isEqualTo(files);
    }

    private static List<Path> files(SampleProject project) throws IOException {
        try (Stream<Path> found = Files.list(project.topologyFile().getParent())) {
            return found.sorted().toList();
        }
    }
}
