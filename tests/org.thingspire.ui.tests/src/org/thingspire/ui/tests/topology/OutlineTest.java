// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.gef.commands.Command;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.topology.PlaceModule;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** The Outline view beside a topology. */
@UiTest
class OutlineTest {

    private Workbench workbench;
    private SampleProject project;
    private TopologyDiagram diagram;

    @BeforeEach
    void openThermostatAndOutline(Workbench someWorkbench) {
        workbench = someWorkbench;
        project = workbench.project("thermostat", RuntimeFiles.home().resolve("samples/thermostat"));
        diagram = workbench.openTopology(project);
        workbench.screen().ask(() -> workbench.page().showView(IPageLayout.ID_OUTLINE));
        waitUntilListed("gateway", "history");
    }

    /** Waits until a node is listed with these modules and nothing else. */
    private void waitUntilListed(String node, String... modules) {
        workbench.screen().waitUntil("the outline has " + node + " with " + List.of(modules), () -> modulesOf(node).equals(List.of(modules)));
    }

    private List<String> modulesOf(String node) {
        ContentOutline view = (ContentOutline) workbench.page().findView(IPageLayout.ID_OUTLINE);
        List<String> modules = new ArrayList<>();
        if (view.getCurrentPage().getControl() instanceof Tree tree) {
            Stream.of(tree.getItems()).filter(item -> item.getText().equals(node)).flatMap(item -> Stream.of(item.getItems()))
                    .map(TreeItem::getText).forEach(modules::add);
        }
        return modules;
    }

    @Test
    void showsWhatACommandLineChanged() {
        PlaceModule.place(project.topologyFile(), "control", "gateway");

        waitUntilListed("gateway", "control", "history");
        diagram.drag("probe", "gateway");
        waitUntilListed("gateway", "probe", "control", "history");
    }

    /** Newer versions of GEF tell of commands while there is no topology. */
    @Test
    void isEmptyWhileTheFileIsBroken() throws IOException {
        String right = Files.readString(project.topologyFile());
        Files.writeString(project.topologyFile(), right.replace("periodMs", "period"));
        new Widgets(workbench).awaitLabel("thermostat.topology can not be shown as a diagram");
        waitUntilListed("gateway");

        workbench.screen().ask(() -> {
            diagram.viewer().getEditDomain().getCommandStack().execute(new Command() {});
            return null;
        });

        Files.writeString(project.topologyFile(), right);
        waitUntilListed("gateway", "history");
    }
}
