// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.build.Installation;
import org.thingspire.topology.Problem;

/** The small library that every C module is linked with; compiled once for all of them. */
record Sdk(List<Path> objects) {

    static Sdk build(Installation installation, WasmClang clang, Path outputFolder) throws InterruptedException {
        List<Path> objects = new ArrayList<>();
        for (Path source : sources(installation)) {
            Path object = outputFolder.resolve("sdk").resolve(WasmClang.objectName(source));
            List<Problem> problems = clang.compile("the SDK", source, object);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The SDK does not compile: " + problems);
            }
            objects.add(object);
        }
        return new Sdk(List.copyOf(objects));
    }

    private static List<Path> sources(Installation installation) {
        try (Stream<Path> files = Files.list(installation.sdk())) {
            return files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The SDK is not readable: " + e.getMessage(), e);
        }
    }
}
