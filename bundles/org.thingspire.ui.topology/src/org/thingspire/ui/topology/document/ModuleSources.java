// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.thingspire.problem.IoReason;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.model.InterfaceName;

/** The source files of new modules. Each begins as a small program that can be built; what somebody has written is never touched. */
public final class ModuleSources {

    /** Hears what happens to the files. Sources are named as in the topology. */
    public interface Observer {

        void created(String source);

        void removed(String source);

        /** @param reason in the words of the system */
        void failed(String source, String reason);
    }

    private final Path folder;
    private final Observer observer;

    /** @param folder of the topology, from which sources are named */
    public ModuleSources(Path folder, Observer observer) {
        this.folder = folder;
        this.observer = observer;
    }

    public boolean exists(String source) {
        return Files.exists(folder.resolve(source));
    }

    /** What the source of a new module is to say; empty if nobody writes files of its kind by hand. */
    public Optional<String> beginning(Topology topology, Module module) {
        String source = module.getSource();
        try (InputStream template = ModuleSources.class.getResourceAsStream("new-module" + source.substring(source.lastIndexOf('.')))) {
            if (template == null) {
                return Optional.empty();
            }
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(text.replace("{module}", module.getName()).replace("{interface}", InterfaceName.suggest(topology, module)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is part of this program
        }
    }

    /** @return whether it was made: not if there is a file already, or if that is not possible, of which the observer is told */
    public boolean create(String source, String text) {
        Path file = folder.resolve(source);
        if (Files.exists(file)) {
            return false;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            observer.created(source);
            return true;
        } catch (IOException e) {
            observer.failed(source, IoReason.of(e));
            return false;
        }
    }

    /** Takes a file away if it still says what it began with. */
    public void removeUnchanged(String source, String text) {
        Path file = folder.resolve(source);
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                Files.delete(file);
                observer.removed(source);
            }
        } catch (IOException e) {
            observer.failed(source, IoReason.of(e));
        }
    }
}
