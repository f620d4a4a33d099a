// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That results of another version of the compiler don't count depends on this. */
class CodeIdentityTest {

    @TempDir
    private Path folder;

    /** Stands for a compiler; the test copies its class. */
    static final class Program {
    }

    private Path install(String name) throws IOException {
        Path file = folder.resolve(name).resolve(Program.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (InputStream in = Program.class.getResourceAsStream(file.getFileName().toString())) {
            Files.write(file, in.readAllBytes());
        }
        return folder.resolve(name);
    }

    private static String identity(Path installation) throws IOException, ClassNotFoundException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {installation.toUri().toURL()}, null)) {
            return CodeIdentity.of(loader.loadClass(Program.class.getName()));
        }
    }

    @Test
    void theSameClassesAreTheSameWhereverTheyAre() throws Exception {
        assertThat(identity(install("here"))).isEqualTo(identity(install("there")));
    }

    @Test
    void oneChangedClassMakesAnother() throws Exception {
        Path installation = install("here");
        String before = identity(installation);
        Files.write(installation.resolve("Helper.class"), new byte[] {1});
        String with = identity(installation);
        Files.write(installation.resolve("Helper.class"), new byte[] {2});

        assertThat(with).isNotEqualTo(before);
        assertThat(identity(installation)).isNotEqualTo(with).isNotEqualTo(before);
    }
}
