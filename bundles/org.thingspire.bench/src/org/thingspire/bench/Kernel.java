// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.problem.IoReason;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * A program that is measured: C with a function {@code int kernel(void)}, whose result is always the same, and optionally one
 * {@code void kernel_init(void)}, which is called once before.
 *
 * @param group   the folder it was found in; kernels of one group have a mean
 * @param sources its C files
 * @param options clang's for them, besides those that all kernels have
 */
public record Kernel(String group, String name, List<Path> sources, List<String> options) {

    private static final String EXTENSION = ".c";

    public Kernel {
        sources = List.copyOf(sources);
        options = List.copyOf(options);
    }

    /**
     * All kernels of a folder, by name: each C file in it is one, and each folder with C files.
     *
     * @param options clang's, for all of them
     * @throws UserException if there are none
     */
    public static List<Kernel> in(Path folder, List<String> options) {
        if (!Files.isDirectory(folder)) {
            throw new UserException(Problem.error(folder, "there is no such folder", "Name a folder that holds C files."));
        }
        List<Kernel> kernels = new ArrayList<>();
        String group = folder.toAbsolutePath().normalize().getFileName().toString();
        for (Path entry : entries(folder)) {
            List<Path> sources = Files.isDirectory(entry) ? entries(entry).stream().filter(Kernel::isSource).toList()
                    : Stream.of(entry).filter(Kernel::isSource).toList();
            if (!sources.isEmpty()) {
                String fileName = entry.getFileName().toString();
                String name = Files.isDirectory(entry) ? fileName : fileName.substring(0, fileName.length() - EXTENSION.length());
                kernels.add(new Kernel(group, name, sources, options));
            }
        }
        if (kernels.isEmpty()) {
            throw new UserException(Problem.error(folder, "there is no kernel", "Put a C file with int kernel(void) into it."));
        }
        return kernels;
    }

    /** The same kernel with C files that many have in common. */
    public Kernel with(List<Path> common) {
        return new Kernel(group, name, Stream.concat(sources.stream(), common.stream()).toList(), options);
    }

    /** What to throw if the kernel can't be measured. */
    UserException refusal(String message, String remedy) {
        return new UserException(Problem.error(sources.getFirst(), Position.NONE, "kernel \"" + name + "\"", "kernel " + name + " " + message,
                remedy));
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(EXTENSION) && Files.isRegularFile(file);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UserException(Problem.error(folder, "it can not be read (" + IoReason.of(e) + ")", "Check its permissions."));
        }
    }
}
