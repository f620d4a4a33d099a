// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour of a user who has an Eclipse already: install ThingSpire from its update site, then build and run the sample. */
class InstallationTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("thingspire.home"));
    private static final Path SITE = CHECKOUT.resolve("releng/org.thingspire.site/target/repository");
    private static final Path BARE = CHECKOUT.resolve(
            "releng/org.thingspire.product/target/products/org.thingspire.product.bare/linux/gtk/x86_64");
    private static final Path CHECK = CHECKOUT.resolve(
            "tests/org.thingspire.install.check/target/org.thingspire.install.check-0.1.0-SNAPSHOT.jar");

    @TempDir
    private Path scratch;

    @Test
    void installsIntoABareEclipseWhereTheSampleBuildsAndRuns() throws IOException, InterruptedException {
        // given
        EclipseInstallation eclipse = EclipseInstallation.copyOf(BARE, scratch.resolve("eclipse"));

        // when
        eclipse.install(SITE, "org.thingspire.feature.feature.group");
        eclipse.add(CHECK);
        Path results = Files.createDirectories(Path.of(System.getProperty("thingspire.results")));
        Path workspace = scratch.resolve("workspace");
        try (VirtualScreen screen = VirtualScreen.open()) {
            eclipse.runWorkbench(screen, workspace, results);
        }

        // then
        List<String> report = Files.readAllLines(results.resolve("report.txt"));
        assertThat(report).noneMatch(line -> line.startsWith("failed")).contains("useful");
        assertThat(results.resolve("screenshot.png")).isNotEmptyFile();
        assertThat(errors(workspace.resolve(".metadata/.log"))).isEmpty();
    }

    /** A logged error is an error, even if the screen looks right. */
    private static List<String> errors(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(log);
        return lines.stream().anyMatch(line -> line.matches("!ENTRY \\S+ 4 .*")) ? lines : List.of();
    }
}
