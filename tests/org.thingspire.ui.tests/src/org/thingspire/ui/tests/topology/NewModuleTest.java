// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.IdeIds;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** From an empty project to modules that can be built, with the palette only. */
@UiTest
class NewModuleTest {

    private static final Duration BUILD = Applications.BUILD_AND_START;

    @Test
    void modulesFromThePaletteBringSourcesThatAreBuiltOpenedAndTakenBack(Workbench workbench) {
        SampleProject project = workbench.newProject("drawn", "empty");
        TopologyDiagram diagram = workbench.openTopology(project);
        IFile source = project.project().getFile("modules/module2.c");
        Path file = project.topologyFile().resolveSibling("modules/module2.c");

        diagram.create("WAT module", diagram.below("device"));
        diagram.waitUntilOn("module1", "device");
        diagram.create("C module", diagram.below("device"));
        diagram.waitUntilOn("module2", "device");
        assertThat(file).content().contains("TS_EXPORT(\"");
        workbench.screen().waitUntil("the workspace knows the file", source::exists);
        workbench.screenshot("new-module");

        diagram.save();
        workbench.screen().waitUntil("both are built", BUILD, () -> built(project).containsAll(List.of("module1.wasm", "module2.wasm")));
        assertThat(workbench.screen().ask(() -> project.project().findMarkers(IdeIds.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE)))
                .isEmpty();

        workbench.hands().doubleClick(diagram.middleOf("module2"));
        workbench.screen().waitUntil("the source is open", () -> workbench.page().getActiveEditor() instanceof ITextEditor open
                && source.equals(open.getEditorInput().getAdapter(IFile.class)));
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        workbench.screen().waitUntil("the diagram is back", () -> workbench.page().getActiveEditor() == diagram.editor());

        diagram.undo();
        diagram.waitUntilGone("module2");
        assertThat(file).doesNotExist();
        workbench.screen().waitUntil("the workspace has forgotten the file", () -> !source.exists());
    }

    private static List<String> built(SampleProject project) throws IOException {
        Path folder = project.topologyFile().resolveSibling("build/release/modules");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        // Not the whole tree: the compilers' unfinished files vanish while one walks.
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
