// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.problem.IoReason;

/** Tells one version of our own code from another, so that results of an older compiler are made again. */
public final class CodeIdentity {

    private CodeIdentity() {
    }

    /** The fingerprint of the jar, or of the folder of classes, that a class comes from. */
    public static String of(Class<?> member) {
        try {
            Path origin = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
            Fingerprint fingerprint = new Fingerprint();
            for (Path file : classFiles(origin)) {
                fingerprint.addFile(file);
            }
            return fingerprint.hex();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> classFiles(Path origin) {
        if (Files.isRegularFile(origin)) {
            return List.of(origin);
        }
        try (Stream<Path> files = Files.walk(origin)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + origin + ": " + IoReason.of(e), e);
        }
    }
}
