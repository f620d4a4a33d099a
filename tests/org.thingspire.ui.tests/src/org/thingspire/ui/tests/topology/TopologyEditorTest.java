// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.PlaceModule;
import org.thingspire.ui.tests.driver.ContextMenu;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** The thermostat in the topology editor. */
@UiTest
class TopologyEditorTest {

    private SampleProject project;
    private TopologyDiagram diagram;

    @BeforeEach
    void openThermostat(Workbench workbench) {
        project = workbench.project("thermostat", RuntimeFiles.home().resolve("samples/thermostat"));
        diagram = workbench.openTopology(project);
    }

    @Test
    void showsNodesWithTheirModules() {
        diagram.waitUntilOn("control", "controller");
        diagram.waitUntilOn("history", "gateway");
    }

    @Test
    void draggingAModuleToAnotherNodeChangesOneAttribute() throws IOException {
        List<String> before = project.topologyLines();

        diagram.drag("control", "gateway");
        diagram.waitUntilOn("control", "gateway");
        diagram.undo();
        diagram.waitUntilOn("control", "controller");
        diagram.redo();
        diagram.waitUntilOn("control", "gateway");
        diagram.save();

        List<String> after = project.topologyLines();
        assertThat(after).hasSameSizeAs(before);
        List<Integer> changed = IntStream.range(0, after.size()).filter(i -> !after.get(i).equals(before.get(i))).boxed().toList();
        assertThat(changed).hasSize(1);
        assertThat(after.get(changed.get(0)))
                .isEqualTo(before.get(changed.get(0)).replace("module=\"control\" node=\"controller\"", "module=\"control\" node=\"gateway\""));
    }

    @Test
    void draggingANodeChangesTheLayoutAndNothingElse(Workbench workbench) throws IOException {
        List<String> before = project.topologyLines();

        workbench.hands().drag(diagram.headOf("gateway"), diagram.at(430, 330));
        workbench.screen().waitUntil("the gateway is where it was dropped", () -> isDrawnByItsBounds("gateway"));
        diagram.save();

        int end = before.size() - 1;
        assertThat(project.topologyLines()).startsWith(before.subList(0, end).toArray(String[]::new)).endsWith(before.get(end));
        List<String> layout = project.topologyLines().subList(end, project.topologyLines().size() - 1);
        assertThat(layout).hasSize(3).startsWith("  <layout>").endsWith("  </layout>");
        assertThat(layout.get(1)).matches("    <bounds of=\"gateway\" x=\"\\d+\" y=\"\\d+\"/>");

        diagram.undo();
        workbench.screen().waitUntil("the gateway is arranged again", () -> !isDrawnByItsBounds("gateway"));
        diagram.save();
        assertThat(project.topologyLines()).isEqualTo(before);
    }

    private boolean isDrawnByItsBounds(String node) {
        return diagram.topology().getNodes().stream().filter(each -> node.equals(each.getName()))
                .anyMatch(each -> new DiagramLayout(diagram.topology()).boundsOf(each).isPresent());
    }

    @Test
    void nodesShowWhileDraggingWhetherTheModuleFits(Workbench workbench) {
        diagram.dragWithoutDrop("control", "gateway");
        workbench.screenshot("dragging");
        workbench.hands().release();
        diagram.waitUntilOn("control", "gateway");
    }

    @Test
    void newNodesAndModulesComeFromThePalette() {
        diagram.create("netduinoplus2", diagram.at(430, 250));
        diagram.waitFor("device1");
        diagram.create("C module", diagram.below("device1"));
        diagram.waitUntilOn("module1", "device1");
        diagram.connect("Link", diagram.headOf("device1"), diagram.headOf("gateway"));
        diagram.waitFor("link1");
    }

    @Test
    void aWireIsDraggedFromPortToModule(Workbench workbench) {
        workbench.hands().drag(diagram.port("probe", "probe"), diagram.middleOf("relay"));

        workbench.screen().waitUntil("relay calls probe",
                () -> diagram.topology().getWires().stream().anyMatch(wire -> "relay".equals(wire.getFrom().getName())
                        && "probe".equals(wire.getTo().getName()) && "thermostat:climate/probe".equals(wire.getInterface())));
    }

    @Test
    void namesAreEditedInPlace(Workbench workbench) {
        diagram.select("control");
        workbench.hands().press(KeyEvent.VK_F2);
        workbench.hands().type("regulator");
        workbench.screenshot("renaming");
        workbench.hands().press(KeyEvent.VK_ENTER);

        diagram.waitUntilOn("regulator", "controller");
    }

    @Test
    void deletingAModuleTakesItsWiresAlong(Workbench workbench) {
        diagram.select("history");
        workbench.hands().press(KeyEvent.VK_DELETE);

        diagram.waitUntilGone("history");
        assertThat(workbench.screen().ask(() -> diagram.topology().getWires().size())).isEqualTo(2);
        diagram.undo();
        diagram.waitUntilOn("history", "gateway");
    }

    @Test
    void aModuleWithoutNodeWaitsInTheTray(Workbench workbench) {
        workbench.hands().click(diagram.headOf("gateway"));
        workbench.hands().press(KeyEvent.VK_DELETE);

        diagram.waitUntilGone("gateway");
        workbench.screenshot("tray");
        diagram.drag("history", "controller");
        diagram.waitUntilOn("history", "controller");
    }

    @Test
    void whatACommandLineChangesIsShown() {
        PlaceModule.place(project.topologyFile(), "control", "gateway");

        diagram.waitUntilOn("control", "gateway");
    }

    @Test
    void droppedIsSaved(Workbench workbench) throws IOException {
        diagram.drag("control", "gateway");
        diagram.waitUntilOn("control", "gateway");

        workbench.screen().ask(() -> {
            diagram.editor().doSave(new NullProgressMonitor());
            return null;
        });

        assertThat(project.topologyLines()).anyMatch(line -> line.contains("module=\"control\" node=\"gateway\""));
    }

    @Test
    void propertiesOfAModuleIncludeItsPlacement(Workbench workbench) {
        new ContextMenu(workbench).choose(diagram.middleOf("control"), "Properties");

        workbench.screen().waitUntil("the properties are there", () -> workbench.page().getActivePart() instanceof PropertySheet
                && propertyNames(workbench).containsAll(List.of("name", "source", "node", "memory", "optimize", "periodMs")));
    }

    private static List<String> propertyNames(Workbench workbench) {
        List<String> names = new ArrayList<>();
        PropertySheet view = (PropertySheet) workbench.page().findView("org.eclipse.ui.views.PropertySheet");
        if (view.getCurrentPage().getControl() instanceof Tree tree) {
            for (TreeItem category : tree.getItems()) {
                names.add(category.getText());
                for (TreeItem item : category.getItems()) {
                    names.add(item.getText());
                }
            }
        }
        return names;
    }
}
