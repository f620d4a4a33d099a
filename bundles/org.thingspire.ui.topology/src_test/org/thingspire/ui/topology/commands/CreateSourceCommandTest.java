// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.gef.commands.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.ui.topology.document.ModuleSources;

/** What becomes of the file when a new module is put on a node, and of the work that somebody has put into it. */
class CreateSourceCommandTest {

    private final Thermostat thermostat = Thermostat.create();
    private final Topology topology = thermostat.topology();
    private final List<String> news = new ArrayList<>();
    private final Module module = TopologyFactory.eINSTANCE.createModule();

    @TempDir
    private Path folder;
    private ModuleSources sources;

    @BeforeEach
    void watchFolder() {
        sources = new ModuleSources(folder, new ModuleSources.Observer() {
            @Override
            public void created(String source) {
                news.add("created " + source);
            }

            @Override
            public void removed(String source) {
                news.add("removed " + source);
            }

            @Override
            public void failed(String source, String reason) {
                news.add("failed " + source + ": " + reason);
            }
        });
    }

    /** As a drop from the palette does it. */
    private Command drop(String extension) {
        return new AddModuleCommand(topology, module, Optional.of(thermostat.node("gateway")), extension, sources::exists)
                .chain(new CreateSourceCommand(sources, topology, module));
    }

    private Path file() {
        return folder.resolve(module.getSource());
    }

    @Test
    void aNewModuleHasASourceThatExportsAFunction() throws IOException {
        drop(".c").execute();

        assertThat(file()).isEqualTo(folder.resolve("modules/module1.c"));
        assertThat(Files.readString(file())).contains("/* module1", "TS_EXPORT(\"thermostat:climate/module1#run\")")
                .doesNotContain("{module}", "{interface}");
        assertThat(news).containsExactly("created modules/module1.c");
    }

    @Test
    void aModuleInWebAssemblyTextDoes() throws IOException {
        drop(".wat").execute();

        assertThat(Files.readString(file())).contains("(func (export \"thermostat:climate/module1#run\")");
    }

    @Test
    void aReadyMadeModuleIsBroughtByTheUser() {
        drop(".wasm").execute();

        assertThat(file()).doesNotExist();
        assertThat(news).isEmpty();
    }

    @Test
    void undoTakesTheFileAwayAndRedoBringsItBack() throws IOException {
        Command drop = drop(".c");
        drop.execute();
        String text = Files.readString(file());

        drop.undo();
        assertThat(file()).doesNotExist();
        drop.redo();
        assertThat(file()).hasContent(text);
        assertThat(news).containsExactly("created modules/module1.c", "removed modules/module1.c", "created modules/module1.c");
    }

    @Test
    void undoLeavesWhatSomebodyHasWritten() throws IOException {
        Command drop = drop(".c");
        drop.execute();
        Files.writeString(file(), "int mine;\n");

        drop.undo();
        assertThat(file()).hasContent("int mine;\n");
        drop.redo();
        assertThat(file()).hasContent("int mine;\n");
        drop.undo();
        assertThat(file()).hasContent("int mine;\n");
    }

    @Test
    void aFileThatIsThereIsNotTakenForANewModule() throws IOException {
        Path there = Files.createDirectories(folder.resolve("modules")).resolve("module1.c");
        Files.writeString(there, "int others;\n");

        drop(".c").execute();

        assertThat(module.getName()).isEqualTo("module2");
        assertThat(there).hasContent("int others;\n");
    }

    @Test
    void aFolderThatCanNotBeWrittenIsToldAndTheModuleIsThere() throws IOException {
        Files.writeString(folder.resolve("modules"), "a file where the folder should be");

        drop(".c").execute();

        assertThat(topology.getModules()).contains(module);
        assertThat(news).singleElement().isEqualTo("failed modules/module1.c: something else has the name modules");
    }
}
