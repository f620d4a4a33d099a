// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.UserException;

class PlaceModuleTest {

    @TempDir
    Path folder;
    private ThermostatProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new ThermostatProject(folder);
    }

    @Test
    void changesOneAttributeThereAndBack() throws IOException {
        PlaceModule.Move there = PlaceModule.place(project.file(), "control", "gateway");

        assertThat(there.from()).contains("controller");
        assertThat(there.to()).isEqualTo("gateway");
        assertThat(Files.readString(project.file())).isEqualTo(
                project.text().replace("module=\"control\" node=\"controller\"", "module=\"control\" node=\"gateway\""));

        PlaceModule.place(project.file(), "control", "controller");

        assertThat(Files.readString(project.file())).isEqualTo(project.text());
    }

    @Test
    void keepsCommentsAndLayoutWrittenByHand() throws IOException {
        project.with("<placements module=\"control\" node=\"controller\" memory=\"8192\"/>",
                "<!-- decides, node=\"nowhere\" -->\n  <placements memory='8192'\r\n\tnode = 'controller' module='control' ></placements>");

        PlaceModule.place(project.file(), "control", "gateway");

        assertThat(Files.readString(project.file())).isEqualTo(project.text().replace("node = 'controller'", "node = 'gateway'"));
    }

    @Test
    void placesWhatWasNotPlaced() throws IOException {
        project.with("  <placements module=\"history\" node=\"gateway\"/>\n", "");

        PlaceModule.Move move = PlaceModule.place(project.file(), "history", "gateway");

        assertThat(move.from()).isEmpty();
        assertThat(project.read().topology().getPlacements()).hasSize(3).last()
                .satisfies(placement -> assertThat(placement.getNode().getName()).isEqualTo("gateway"));
    }

    @Test
    void placesWhatWasNotPlacedAmongTheCommentsOfTheUser() throws IOException {
        project.with("  <placements module=\"history\" node=\"gateway\"/>\n", "  <!-- the logbook is nowhere yet -->\n");

        PlaceModule.place(project.file(), "history", "gateway");

        assertThat(Files.readString(project.file())).isEqualTo(project.text().replace("  <!-- the logbook",
                "  <placements module=\"history\" node=\"gateway\"/>\n  <!-- the logbook"));
    }

    @Test
    void completesAPlacementThatNamesNoNode() throws IOException {
        project.with("<placements module=\"history\" node=\"gateway\"/>", "<placements module=\"history\"/>");

        PlaceModule.place(project.file(), "history", "gateway");

        assertThat(Files.readString(project.file())).isEqualTo(
                project.text().replace("<placements module=\"history\"/>", "<placements module=\"history\" node=\"gateway\"/>"));
    }

    @Test
    void writesNothingIfTheModuleIsThereAlready() throws IOException {
        assertThat(project.file().toFile().setLastModified(0)).isTrue();

        PlaceModule.place(project.file(), "control", "controller");

        assertThat(project.file().toFile().lastModified()).isZero();
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThatThrownBy(() -> PlaceModule.place(project.file(), "contrl", "gateway")).isInstanceOf(UserException.class)
                .hasMessageEndingWith("error: there is no module \"contrl\". Did you mean \"control\"?");
        assertThatThrownBy(() -> PlaceModule.place(project.file(), "control", "moon")).isInstanceOf(UserException.class)
                .hasMessageEndingWith("error: there is no node \"moon\". Known nodes: controller, gateway.");
        assertThat(project.file()).hasContent(project.text());
    }

    @Test
    void keepsTheByteOrderMarkAndTheEndsOfLines() throws IOException {
        String text = "\uFEFF" + project.text().replace("\n", "\r\n");
        Files.writeString(project.file(), text);

        PlaceModule.place(project.file(), "control", "gateway");

        assertThat(Files.readString(project.file()))
                .isEqualTo(text.replace("module=\"control\" node=\"controller\"", "module=\"control\" node=\"gateway\""));
    }
}
