// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

/** What becomes of a text that a user wrote when its topology changes; the editor's tests show it for each of its commands. */
class TopologyTextTest {

    @TempDir
    Path folder;
    private ThermostatProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new ThermostatProject(folder).with("  <links", "  <!-- the cable in the cellar -->\n  <links");
    }

    private static Link newLink(Topology topology) {
        Link link = TopologyFactory.eINSTANCE.createLink();
        link.setName("spare");
        link.setA(topology.getNodes().get(0));
        link.setB(topology.getNodes().get(1));
        return link;
    }

    @Test
    void linesComeAndGoWithTheLineBreaksOfTheOthers() throws IOException {
        project.write("thermostat.topology", project.text().replace("\n", "\r\n"));
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);

        file.topology().getLinks().add(newLink(file.topology()));
        file.topology().getTasks().clear();

        assertThat(text.changed()).isEqualTo(project.text()
                .replace("transport=\"uart\"/>\n", "transport=\"uart\"/>\n  <links name=\"spare\" a=\"controller\" b=\"gateway\"/>\n")
                .replaceFirst("  <tasks.*\n", "").replace("\n", "\r\n"));
    }

    @Test
    void whatComesBackAfterItsLineWasGoneComesBackToItsPlace() {
        TopologyFile file = project.read();
        TopologyText before = new TopologyText(file);
        Module probe = file.topology().getModules().get(0);
        var placement = file.topology().getPlacements().get(0);
        var wire = file.topology().getWires().get(0);
        file.topology().getWires().remove(wire);
        file.topology().getPlacements().remove(placement);
        file.topology().getModules().remove(probe);
        TopologyText without = before.with(before.changed());
        assertThat(without.text()).contains("in the cellar").doesNotContain("\"probe\"");

        file.topology().getModules().add(0, probe);
        file.topology().getPlacements().add(0, placement);
        file.topology().getWires().add(0, wire);

        assertThat(without.changed()).isEqualTo(project.text());
    }

    @Test
    void theFirstOfItsKindComesAfterWhatIsBeforeIt() throws IOException {
        String serial = "  <links name=\"serial\" a=\"controller\" b=\"gateway\" transport=\"uart\"/>\n";
        project.with(serial, "");
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);

        file.topology().getLinks().add(newLink(file.topology()));

        assertThat(text.changed()).isEqualTo(project.text().replace("  <!-- the cable",
                "  <links name=\"spare\" a=\"controller\" b=\"gateway\"/>\n  <!-- the cable"));
    }

    @Test
    void whatGoesTakesNothingAlongThatComesBesideIt() {
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);

        file.topology().getTasks().set(0, TopologyFactory.eINSTANCE.createTask());
        file.topology().getTasks().get(0).setName("tock");
        file.topology().getPlacements().get(0).unsetMemory();
        file.topology().getPlacements().get(0).setStack(256);

        assertThat(text.changed()).isEqualTo(project.text().replaceFirst("  <tasks.*\n", "  <tasks name=\"tock\"/>\n")
                .replaceFirst("memory=\"8192\"", "stack=\"256\""));
    }

    @Test
    void anExtraSourceWithAnotherNameIsWrittenInItsPlace() throws IOException {
        project.with("source=\"modules/probe.c\"/>", "source=\"modules/probe.c\">\n<extraSources>modules/filter.c</extraSources>"
                + " <!-- median -->\n<extraSources>modules/adc.c</extraSources></modules>");
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);

        file.topology().getModules().get(0).getExtraSources().set(1, "drivers/a&d.c");

        assertThat(text.changed()).isEqualTo(project.text().replace("modules/adc.c", "drivers/a&amp;d.c"));
    }

    @Test
    void valuesKeepTheirQuotationMarks() throws IOException {
        project.with("source=\"modules/probe.c\"", "source='modules/probe.c'");
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);

        file.topology().getModules().get(0).setSource("modules/\"bob's\".c");

        assertThat(text.changed()).isEqualTo(project.text().replace("'modules/probe.c'", "'modules/&quot;bob&apos;s&quot;.c'"));
    }
}
