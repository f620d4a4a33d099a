// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.validate.Validator;

/** Files of each version of the format are read, and are of the newest after the next change. */
class FormatVersionTest {

    private static final String VERSION = " version=\"2\"";
    private static final String GATEWAY = "<nodes name=\"gateway\" kind=\"edge\" board=\"server-board\"/>";
    private static final String END = "</topology:Topology>";
    private static final String LAYOUT = "  <layout>\n    <bounds of=\"gateway\" x=\"300\" y=\"40\" width=\"120\"/>\n  </layout>\n";

    @TempDir
    Path folder;
    private ThermostatProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new ThermostatProject(folder);
    }

    /** As it was written before there were versions: the gateway knows where it is drawn. */
    private void makeVersion1() throws IOException {
        project.with(VERSION, "").with(GATEWAY, "<nodes name=\"gateway\" x='300' kind=\"edge\" board=\"server-board\"  y=\"40\" width=\"120\"/>");
    }

    private List<Bounds> bounds() {
        return new DiagramLayout(project.read().topology()).bounds();
    }

    @Test
    void aFileWithoutVersionKeepsItsCoordinates() throws IOException {
        makeVersion1();

        assertThat(bounds()).extracting("of.name", "x", "y", "width", "height").containsExactly(tuple("gateway", 300, 40, 120, 0));
    }

    @Test
    void theNextChangeMakesItOneOfTheNewest() throws IOException {
        makeVersion1();
        project.with("  <links", "  <!-- the cable in the cellar -->\n  <links");
        String version1 = project.text();

        PlaceModule.place(project.file(), "history", "controller");

        assertThat(project.file()).hasContent(version1.replace("module=\"history\" node=\"gateway\"", "module=\"history\" node=\"controller\"")
                .replace(" x='300'", "").replace("  y=\"40\" width=\"120\"", "")
                .replace("name=\"thermostat\"", "name=\"thermostat\"" + VERSION).replace(END, LAYOUT + END));
        assertThat(bounds()).hasSize(1);
    }

    @Test
    void aFileThatSaysThatItIsOfVersion1IsOne() throws IOException {
        makeVersion1();
        project.with(" name=\"thermostat\"", " version=\"1\" name=\"thermostat\"");

        PlaceModule.place(project.file(), "history", "controller");

        assertThat(Files.readString(project.file())).contains(VERSION + " name=\"thermostat\"", LAYOUT).doesNotContain("x='300'");
    }

    @Test
    void withoutAChangeItStaysAsItIs() throws IOException {
        makeVersion1();

        PlaceModule.place(project.file(), "history", "gateway");

        assertThat(project.file()).hasContent(project.text());
    }

    @Test
    void savedWithoutAChangeItIsOfTheNewestWithTheNextOne() throws IOException {
        makeVersion1();
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);
        TopologyText saved = text.with(text.changed());

        file.topology().getTasks().get(0).setPeriodMs(200);

        assertThat(saved.changed()).contains(VERSION, "periodMs=\"200\"", LAYOUT).doesNotContain("x='300'");
    }

    @Test
    void theNewestIsWrittenByteForByte() throws IOException {
        project.with(END, LAYOUT + END);

        assertThat(TopologyWriter.toText(project.read().topology())).isEqualTo(project.text());
    }

    @Test
    void aLayoutThatSaysNothingIsNotWritten() {
        TopologyFile file = project.read();

        assertThat(new DiagramLayout(file.topology()).bounds()).isEmpty();

        assertThat(TopologyWriter.toText(file.topology())).isEqualTo(project.text());
        assertThat(new TopologyText(file).changed()).isEqualTo(project.text());
    }

    @Test
    void theFirstBoundsGoIntoALayoutThatSaysNothing() throws IOException {
        project.with(END, "  <layout><!-- later --></layout>\n" + END);
        TopologyFile file = project.read();
        TopologyText text = new TopologyText(file);

        Bounds bounds = TopologyFactory.eINSTANCE.createBounds();
        bounds.setOf(file.topology().getNodes().get(1));
        bounds.setX(7);
        new DiagramLayout(file.topology()).bounds().add(bounds);

        assertThat(text.changed()).isEqualTo(project.text().replace("<layout><!--", "<layout>\n    <bounds of=\"gateway\" x=\"7\"/><!--"));
    }

    @Test
    void theRestOfTheTextIsTheSameWhateverTheLayoutIs() throws IOException {
        String without = project.read().textWithoutLayout();
        assertThat(without).isEqualTo(project.text());

        project.with(END, LAYOUT + END);
        assertThat(project.read().textWithoutLayout()).isEqualTo(without);
        project.with("x=\"300\"", "x=\"310\"");
        assertThat(project.read().textWithoutLayout()).isEqualTo(without);
        project.with("periodMs=\"100\"", "periodMs=\"200\"");
        assertThat(project.read().textWithoutLayout()).isNotEqualTo(without);
    }

    @Test
    void aVersionOfTheFutureIsRefusedWhateverElseIsInTheFile() throws IOException {
        project.with(VERSION, "\n  version=\"3\"").with("<links", "<cables").with(GATEWAY, "<nodes color=\"red\"/>");

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:3: error: file is of version 3 of the format,"
                + " but versions 1 to 2 can be read. A newer ThingSpire wrote it: update this one.");
    }

    @Test
    void aVersionThatNeverWasIsRefused() throws IOException {
        project.with(VERSION, " version=\"0\"");
        assertThat(project.readingProblems()).containsExactly("thermostat.topology:2: error: file is of version 0 of the format,"
                + " but versions 1 to 2 can be read. Write version=\"2\".");

        project.with(" version=\"0\"", " version=\"two\"");
        assertThat(project.readingProblems()).containsExactly("thermostat.topology:2: error: topology \"thermostat\" has version=\"two\"."
                + " Write a whole number, at most 2147483647.");
    }

    @Test
    void coordinatesOfANodeAreNumbersInVersion1AndUnknownInTheNewest() throws IOException {
        makeVersion1();
        project.with("'300'", "'left'");
        assertThat(project.readingProblems()).containsExactly("thermostat.topology:9: error: node \"gateway\" has x=\"left\"."
                + " Write a whole number, at most 2147483647.");

        project.with(" name=\"thermostat\"", VERSION + " name=\"thermostat\"").with("'left'", "'300'");
        assertThat(project.readingProblems()).first().asString()
                .isEqualTo("thermostat.topology:9: error: a node has no attribute \"x\". Known attributes: board, kind, name.");
    }

    @Test
    void aLayoutNamesNodesThatExist() throws IOException {
        project.with(END, LAYOUT.replace("gateway", "gatewy") + END);

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:18: error: bounds are those of node \"gatewy\","
                + " which does not exist. Did you mean \"gateway\"?");
    }

    @Test
    void thereIsOneLayout() throws IOException {
        project.with(END, LAYOUT + LAYOUT + END);

        assertThat(project.readingProblems()).containsExactly("thermostat.topology:20: error: topology \"thermostat\" has a second element"
                + " <layout>. Write all of it into one.");
    }

    @Test
    void aNodeAtTwoPlacesIsOnlyWarnedOf() throws IOException {
        project.with(END, LAYOUT.replace("  </layout>", "    <bounds of=\"gateway\" x=\"1\"/>\n  </layout>") + END);

        assertThat(project.printed(new Validator(new BoardCatalog(List.of())).validate(project.read()))).contains("thermostat.topology:19: warning:"
                + " node \"gateway\" is at two places in the diagram. Remove one of its bounds; the first counts.");
    }
}
