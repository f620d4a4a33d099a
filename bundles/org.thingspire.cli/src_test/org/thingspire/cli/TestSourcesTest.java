// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Holds that the build knows of each bundle's tests: what no {@code .classpath} names, it leaves out without a word. */
class TestSourcesTest {

    @Test
    void testsOfEachBundleAreCompiledAndRun() throws IOException {
        List<Path> bundles;
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("thingspire.home"), "bundles"))) {
            bundles = folders.filter(folder -> Files.isDirectory(folder.resolve("src_test"))).toList();
        }
        assertThat(bundles).isNotEmpty();
        assertAll(bundles.stream().map(bundle -> () -> assertThat(bundle.resolve(".classpath")).content().contains("path=\"src_test\"")));
    }
}
