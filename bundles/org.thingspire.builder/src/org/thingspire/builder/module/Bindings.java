// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.c.CHeader;

/**
 * The headers that C modules include to use a project's interfaces.
 *
 * @param folder there is a header for each interface in it, and nothing else
 */
public record Bindings(Path folder) {

    /** @throws UserException if two interfaces can't be told apart in C */
    public static Bindings write(InterfaceCatalog interfaces, Path folder) throws InterruptedException {
        List<Problem> problems = new ArrayList<>();
        List<CHeader> headers = CHeader.of(interfaces, problems);
        UserException.throwIfErrors(problems);
        for (CHeader header : headers) {
            new Step(folder.resolve(header.fileName())).run(new Fingerprint().add(header.text()).hex(), output -> {
                Files.writeString(output, header.text());
                return List.of();
            });
        }
        removeOthers(folder, headers);
        return new Bindings(folder);
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
