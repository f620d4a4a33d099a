// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.builder.setup.Installation;
import org.thingspire.problem.IoReason;
import org.thingspire.wit.host.HostInterfaces;

/**
 * The small library that every C module is linked with; compiled once for all of them.
 *
 * @param objects of which a module takes what it uses
 */
record Sdk(List<Path> objects) {

    /** The end of a budget for the C library's allocator: compiled for each module with its own. */
    static Path sbrk(Installation installation) {
        return installation.sdk().resolve("libc/sbrk.c");
    }

    /**
     * Writes the headers of what the runtime offers, which {@code thingspire.h} includes.
     *
     * @return their folder
     */
    static Path writeHeaders(Installation installation, Path outputFolder) throws InterruptedException {
        Path folder = outputFolder.resolve("sdk").resolve("include");
        HeaderFiles.write(HostInterfaces.read(installation.runtime()).sdkHeaders(), folder);
        return folder;
    }

    static Sdk build(Installation installation, WasmClang clang, Path outputFolder) throws InterruptedException {
        List<Path> objects = new ArrayList<>();
        for (Path source : sources(installation)) {
            Path object = ObjectFiles.below(outputFolder.resolve("sdk"), source.getFileName());
            clang.compileSdk(source, object);
            objects.add(object);
        }
        return new Sdk(List.copyOf(objects));
    }

    private static List<Path> sources(Installation installation) {
        try (Stream<Path> files = Files.list(installation.sdk())) {
            return files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The SDK is not readable: " + IoReason.of(e), e);
        }
    }
}
