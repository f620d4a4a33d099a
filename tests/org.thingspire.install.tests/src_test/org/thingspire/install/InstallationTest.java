// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

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

    private static final String FEATURE = "org.thingspire.feature.feature.group";

    @TempDir
    private Path scratch;

    @Test
    void installsIntoABareEclipseWhereTheSampleBuildsAndRuns() throws IOException, InterruptedException {
        // given
        EclipseInstallation eclipse = EclipseInstallation.copyOf(BARE, scratch.resolve("eclipse"));

        // when
        eclipse.install(SITE, FEATURE);
        eclipse.add(CHECK);
        Path results = Files.createDirectories(Path.of(System.getProperty("thingspire.results")));
        Path workspace = scratch.resolve("workspace");
        try (VirtualScreen screen = VirtualScreen.open()) {
            eclipse.runWorkbench(screen, workspace, "-Dthingspire.check.results=" + results, results.resolve("workbench.log"));
        }

        // then
        List<String> report = Files.readAllLines(results.resolve("report.txt"));
        assertThat(report).noneMatch(line -> line.startsWith("failed")).contains("useful");
        assertThat(results.resolve("screenshot.png")).isNotEmptyFile();
        assertThat(errors(workspace.resolve(".metadata/.log"))).isEmpty();
    }

    @Test
    void leavesANewerGefAlone() throws IOException, InterruptedException {
        // given
        EclipseInstallation eclipse = EclipseInstallation.copyOf(BARE, scratch.resolve("eclipse"));
        Path newer = scratch.resolve("newer");
        for (String name : List.of("org.eclipse.gef", "org.eclipse.draw2d")) {
            emptyBundle(newer.resolve("plugins"), name, "3.28.0");
        }
        eclipse.publish(newer, scratch.resolve("site"));
        eclipse.install(scratch.resolve("site"), "org.eclipse.gef", "org.eclipse.draw2d");

        // when
        eclipse.install(SITE, FEATURE);

        // then
        assertThat(eclipse.bundles()).anyMatch(bundle -> bundle.startsWith("org.thingspire.ui.topology "))
                .filteredOn(bundle -> bundle.contains("gef") || bundle.contains("draw2d"))
                .containsExactlyInAnyOrder("org.eclipse.gef 3.28.0", "org.eclipse.draw2d 3.28.0");
    }

    private static void emptyBundle(Path folder, String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name + ";singleton:=true");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        Files.createDirectories(folder);
        new JarOutputStream(Files.newOutputStream(folder.resolve(name + "_" + version + ".jar")), manifest).close();
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
