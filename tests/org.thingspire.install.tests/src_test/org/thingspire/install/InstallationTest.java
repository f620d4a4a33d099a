// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        assertThat(gef(eclipse)).containsExactly("org.eclipse.draw2d 3.2", "org.eclipse.gef 3.2", "org.thingspire.gef.compat 0.1");
        List<String> report = Files.readAllLines(results.resolve("report.txt"));
        assertThat(report).noneMatch(line -> line.startsWith("failed")).contains("useful");
        assertThat(results.resolve("screenshot.png")).isNotEmptyFile();
        assertThat(errors(workspace.resolve(".metadata/.log"))).isEmpty();
    }

    @Test
    void takesANewerPairThatIsInSight() throws IOException, InterruptedException {
        EclipseInstallation eclipse = EclipseInstallation.copyOf(BARE, scratch.resolve("eclipse"));
        Path newer = newerPair(eclipse);

        eclipse.install(List.of(SITE, newer), FEATURE);

        assertThat(gef(eclipse)).containsExactly("org.eclipse.draw2d 3.28", "org.eclipse.gef 3.28");
    }

    @Test
    void takesTheNewerGefToANewerDraw2d() throws IOException, InterruptedException {
        EclipseInstallation eclipse = EclipseInstallation.copyOf(BARE, scratch.resolve("eclipse"));
        Path newer = newerPair(eclipse);
        eclipse.install(newer, "org.eclipse.draw2d");

        eclipse.install(List.of(SITE, newer), FEATURE);

        assertThat(gef(eclipse)).containsExactly("org.eclipse.draw2d 3.28", "org.eclipse.gef 3.28");
    }

    @Test
    void leavesANewerPairAlone() throws IOException, InterruptedException {
        EclipseInstallation eclipse = EclipseInstallation.copyOf(BARE, scratch.resolve("eclipse"));
        eclipse.install(newerPair(eclipse), "org.eclipse.gef", "org.eclipse.draw2d");

        eclipse.install(SITE, FEATURE);

        assertThat(eclipse.bundles()).anyMatch(bundle -> bundle.startsWith("org.thingspire.ui.topology "));
        assertThat(gef(eclipse)).containsExactly("org.eclipse.draw2d 3.28", "org.eclipse.gef 3.28");
    }

    /** GEF, draw2d and the fragment as they are installed, with the first two numbers of their versions. */
    private static List<String> gef(EclipseInstallation eclipse) throws IOException {
        return eclipse.bundles().stream().filter(bundle -> bundle.contains("gef") || bundle.contains("draw2d"))
                .map(bundle -> bundle.replaceFirst(" (\\d+\\.\\d+).*", " $1")).sorted().toList();
    }

    /** A site with stand-ins, because a newer GEF is not on Maven Central: p2 looks at the manifest only. */
    private Path newerPair(EclipseInstallation eclipse) throws IOException, InterruptedException {
        Path newer = scratch.resolve("newer");
        emptyBundle(newer, "org.eclipse.draw2d", Map.of("Bundle-SymbolicName", "org.eclipse.draw2d"));
        emptyBundle(newer, "org.eclipse.gef", Map.of("Bundle-SymbolicName", "org.eclipse.gef;singleton:=true",
                "Require-Bundle", "org.eclipse.draw2d;bundle-version=\"[3.20.100,4.0.0)\""));
        Path site = scratch.resolve("site");
        eclipse.publish(newer, site);
        return site;
    }

    private static void emptyBundle(Path folder, String name, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-Version", "3.28.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        new JarOutputStream(Files.newOutputStream(plugins.resolve(name + "_3.28.0.jar")), manifest).close();
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
