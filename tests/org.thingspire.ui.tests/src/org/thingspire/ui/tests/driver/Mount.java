// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file system mounted on a folder, for what permissions can't do: root may write everywhere. Needs the right to mount, which
 * containers often don't have. Closing it unmounts it.
 *
 * @param folder where it is
 */
public record Mount(Path folder) implements AutoCloseable {

    private static final int BLOCK = 512;

    /** A small disk of its own; what was in the folder is hidden by it. Empty if that is not allowed. */
    public static Optional<Mount> smallDisk(Path folder, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean done = succeeds("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        return done ? Optional.of(new Mount(folder)) : Optional.empty();
    }

    /** What is in the folder can be read only. Empty if that is not allowed. */
    public static Optional<Mount> readOnly(Path folder) throws IOException, InterruptedException {
        if (!succeeds("mount", "--bind", folder.toString(), folder.toString())) {
            return Optional.empty();
        }
        Mount mount = new Mount(folder);
        if (!succeeds("mount", "-o", "remount,bind,ro", folder.toString())) {
            mount.close();
            return Optional.empty();
        }
        return Optional.of(mount);
    }

    /** Writes a file until nothing more fits on the disk. */
    public Path fill() throws IOException {
        Path filler = folder.resolve("filler");
        try (var output = Files.newOutputStream(filler)) {
            while (true) {
                output.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!succeeds("umount", folder.toString())) {
            throw new IOException(folder + " can't be unmounted");
        }
    }

    private static boolean succeeds(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}
