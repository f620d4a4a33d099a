// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyFileTest {

    @Test
    void readsNamesOverSeveralLinesAndWithSpaces(@TempDir Path folder) throws IOException {
        Path rule = Files.writeString(folder.resolve("x.d"), "out/x.o: modules/x.c \\\n  /usr/include/a.h \\\n  my\\ headers/b.h\n");

        assertThat(DependencyFile.read(rule, Path.of("/project"))).containsExactly(
                Path.of("/project/modules/x.c"), Path.of("/usr/include/a.h"), Path.of("/project/my headers/b.h"));
    }

    /** As clang writes them. */
    @Test
    void readsNamesWithWhateverCharacters(@TempDir Path folder) throws Exception {
        Path rule = Files.writeString(folder.resolve("odd.d"), "/p,\\ 100%\\ \\#1\\ $$2\\ c\\d:\\ e/a.o: a\\\\\\ b.c \\\n  c\\d.h $$\\#.h\n");

        assertThat(DependencyFile.read(rule, Path.of("/p, 100% #1"))).containsExactly(Path.of("/p, 100% #1/a\\ b.c"),
                Path.of("/p, 100% #1/c\\d.h"), Path.of("/p, 100% #1/$#.h"));
    }
}
