// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IResource;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** The platform makes each node's console in a job, and more than one such job at a time would mix up what is printed. */
@UiTest
class ManyConsolesTest {

    private static final List<String> NODES = IntStream.range(0, 12).mapToObj(i -> "node-" + (char) ('a' + i)).toList();

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        workbench.applications().stopAll();
    }

    @Test
    void eachNodesConsoleShowsWhatThatNodePrintsAndOnce(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("crowd", "empty");
        Files.write(project.topologyFile(), topology());
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        Applications applications = workbench.applications();

        applications.launch(applications.configuration(LaunchSettings.of(project.project())), ILaunchManager.RUN_MODE);
        Map<String, List<String>> expected = NODES.stream().collect(Collectors.toMap(Function.identity(),
                node -> List.of("ThingSpire " + node + " on linux-x86_64", "ready")));
        workbench.screen().waitUntil(() -> "every console has the lines of its node: " + printed(), Applications.BUILD_AND_START,
                () -> printed().values().stream().mapToInt(List::size).sum() >= 2 * NODES.size());

        assertThat(workbench.screen().ask(ManyConsolesTest::printed)).isEqualTo(expected);
    }

    private static Map<String, List<String>> printed() {
        return NODES.stream().collect(Collectors.toMap(Function.identity(), node -> Consoles.lines(node).toList()));
    }

    private static List<String> topology() {
        String nodes = NODES.stream().map("  <nodes name=\"%s\" kind=\"edge\" board=\"linux-x86_64\"/>"::formatted).collect(Collectors.joining("\n"));
        return List.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<topology:Topology xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:topology=\"http://thingspire.org/topology/1\" name=\"crowd\">",
                nodes, "</topology:Topology>");
    }
}
