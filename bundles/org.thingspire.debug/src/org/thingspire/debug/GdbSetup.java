// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.builder.image.Image;
import org.thingspire.run.target.RunningNode;

/**
 * What GDB is told about an image before anybody debugs it: the same for a terminal and for debug adapters.
 *
 * @param image what runs on the node; GDB must have loaded its ELF file
 * @param knowledge {@code thingspire.py}, which explains modules to GDB
 */
public record GdbSetup(Image image, Path knowledge) {

    private static final String KNOWLEDGE = "thingspire.py";
    /** What the build writes for the runtime's folder, so that images don't depend on where ThingSpire is installed. */
    private static final String RUNTIME_IN_DEBUG_INFORMATION = "./thingspire";

    /** @param folder where {@code thingspire.py} is put; must exist as long as GDB runs */
    public static GdbSetup unpackedTo(Path folder, Image image) throws IOException {
        Path knowledge = folder.resolve(KNOWLEDGE);
        try (InputStream content = GdbSetup.class.getResourceAsStream(KNOWLEDGE)) {
            Files.copy(content, knowledge, StandardCopyOption.REPLACE_EXISTING);
        }
        return new GdbSetup(image, knowledge);
    }

    /** Before the node is taken hold of. */
    public List<String> preparation() {
        List<String> commands = new ArrayList<>(List.of(
                "set pagination off",
                "set confirm off",
                "set print thread-events off",
                // Seconds; of the usual 2, a busy machine may let an emulator have none.
                "set remotetimeout 30",
                "directory " + word(image.sourceRoot()),
                "set substitute-path " + RUNTIME_IN_DEBUG_INFORMATION + " " + word(runtimeSources()),
                "source " + knowledge));
        if (image.board().isHosted()) {
            // There a trap is a signal, which the runtime handles.
            commands.add("handle SIGILL SIGSEGV SIGBUS SIGFPE nostop noprint pass");
        }
        return commands;
    }

    /** All commands, after which the node is halted at its first instruction. */
    public List<String> commands(RunningNode node) {
        List<String> commands = new ArrayList<>(preparation());
        commands.addAll(node.gdbCommands());
        return commands;
    }

    /** A path as one argument of a command: GDB splits arguments as a shell does. */
    private static String word(Path path) {
        return path.toString().replaceAll("[^\\p{L}\\p{N}/._-]", "\\\\$0");
    }

    /** Above {@code boards/<board>/board.json}. */
    private Path runtimeSources() {
        return image.board().file().toAbsolutePath().normalize().getParent().getParent().getParent();
    }
}
