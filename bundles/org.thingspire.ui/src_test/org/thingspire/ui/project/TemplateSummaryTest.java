// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

class TemplateSummaryTest {

    private final Topology topology = TopologyFactory.eINSTANCE.createTopology();

    @Test
    void namesModulesAndNodes() {
        addModule("probe");
        addModule("control");
        addNode("device", "mps2-an385");

        assertThat(TemplateSummary.of(topology)).isEqualTo("2 modules: probe, control. 1 node: device (mps2-an385).");
    }

    @Test
    void saysWhatIsNotThereYet() {
        assertThat(TemplateSummary.of(topology)).isEqualTo("No modules yet. No nodes yet.");
    }

    private void addModule(String name) {
        Module module = TopologyFactory.eINSTANCE.createModule();
        module.setName(name);
        topology.getModules().add(module);
    }

    private void addNode(String name, String board) {
        Node node = TopologyFactory.eINSTANCE.createNode();
        node.setName(name);
        node.setBoard(board);
        topology.getNodes().add(node);
    }
}
