// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.problem.IoReason;
import org.thingspire.wit.c.CHeader;

/** Writes headers that are made of WIT files into a folder that has nothing else. */
final class HeaderFiles {

    private HeaderFiles() {
    }

    static void write(List<CHeader> headers, Path folder) throws InterruptedException {
        for (CHeader header : headers) {
            new Step(folder.resolve(header.fileName())).run(new Fingerprint().add(header.text()).hex(), output -> {
                Files.writeString(output, header.text());
                return List.of();
            });
        }
        removeOthers(folder, headers);
    }

    /** What includes the header of an interface that is gone must not be compiled any more. */
    private static void removeOthers(Path folder, List<CHeader> headers) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (headers.stream().noneMatch(header -> name.startsWith(header.fileName()))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't clean up " + folder + ": " + IoReason.of(e), e);
        }
    }
}
