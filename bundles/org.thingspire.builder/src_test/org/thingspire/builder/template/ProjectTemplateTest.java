// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.UserException;

class ProjectTemplateTest {

    private static final Path SAMPLES = Path.of(System.getProperty("thingspire.home"), "samples");

    @TempDir
    private Path folder;

    @Test
    void everySampleIsATemplate() {
        assertThat(ProjectTemplate.all(SAMPLES)).extracting(ProjectTemplate::name).containsExactly("empty", "thermostat");
    }

    @Test
    void theNewProjectHasTheSamplesFilesButNothingThatWasBuilt() {
        Path project = folder.resolve("greenhouse");

        new ProjectTemplate(SAMPLES.resolve("thermostat")).create(project);

        assertThat(project.resolve("modules/control.c")).exists();
        assertThat(project.resolve("greenhouse.topology")).exists();
        assertThat(project.resolve("thermostat.topology")).doesNotExist();
        assertThat(project.resolve("build")).doesNotExist();
    }

    @Test
    void theCommentsOfATemplateComeAlong() throws IOException {
        Path template = Files.createDirectories(folder.resolve("template"));
        String text = Files.readString(SAMPLES.resolve("empty/empty.topology")).replace("  <nodes", "  <!-- the one on the desk -->\n  <nodes");
        Files.writeString(template.resolve("template.topology"), text);

        Path topology = new ProjectTemplate(template).create(folder.resolve("greenhouse"));

        assertThat(topology).hasContent(text.replace("name=\"empty\"", "name=\"greenhouse\""));
    }

    @Test
    void theRootOfAllFoldersIsRefusedBecauseItHasNoName() {
        ProjectTemplate template = new ProjectTemplate(SAMPLES.resolve("empty"));

        assertThatThrownBy(() -> template.create(Path.of("/"))).isInstanceOf(UserException.class)
                .hasMessageContaining("the folder's name can't be an application's name");
    }

    @Test
    void aFolderNameThatIsNoApplicationNameIsRefusedBeforeAnythingIsMade() {
        Path project = folder.resolve("My App!");

        assertThatThrownBy(() -> new ProjectTemplate(SAMPLES.resolve("empty")).create(project)).hasMessageContaining("letters, digits and hyphens");
        assertThat(project).doesNotExist();
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> new ProjectTemplate(SAMPLES.resolve("empty")).create(folder)).hasMessageContaining("nothing was changed");
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
    }
}
