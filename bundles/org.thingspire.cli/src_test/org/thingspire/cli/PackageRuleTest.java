// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Holds what makes a place in the code easy to find: rooms that say what lives there, and names that stand for one thing. */
class PackageRuleTest {

    private static final String DESCRIPTION = "package-info.java";
    /** What an old GEF asks for by names of the Platform. */
    private static final String FOREIGN = "org.thingspire.gef.compat";
    private static final int MAX_CLASSES = 20;

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        assertThat(packages()).allSatisfy(room -> assertThat(room.resolve(DESCRIPTION)).exists());
    }

    @Test
    void noTwoClassesHaveTheSameSimpleName() throws IOException {
        Set<Path> seen = new TreeSet<>();
        List<Path> names = sources().map(Path::getFileName).filter(name -> !name.endsWith(DESCRIPTION)).toList();
        assertThat(names.stream().filter(name -> !seen.add(name))).isEmpty();
    }

    @Test
    void noRoomIsCrowded() throws IOException {
        assertThat(packages()).allSatisfy(room -> {
            try (Stream<Path> files = Files.list(room)) {
                assertThat(files.filter(file -> file.toString().endsWith(".java") && !file.endsWith(DESCRIPTION)).count()).as(room.toString())
                        .isLessThanOrEqualTo(MAX_CLASSES);
            }
        });
    }

    private static Set<Path> packages() throws IOException {
        return sources().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources() throws IOException {
        Path bundles = Path.of(System.getProperty("thingspire.home"), "bundles");
        try (Stream<Path> files = Files.walk(bundles)) {
            return files.filter(file -> file.toString().endsWith(".java") && bundles.relativize(file).getName(1).endsWith("src")
                    && !file.startsWith(bundles.resolve(FOREIGN))).toList().stream();
        }
    }
}
