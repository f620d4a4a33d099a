// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ThingSpire adds to the start of a workbench: the product and the bare Eclipse that was built from the same bundles start in turn, so
 * that other work of the machine slows both alike. Not a test, because a busy machine says nothing about us: run it by its name.
 */
class StartBenchmark {

    private static final Path CHECKOUT = Path.of(System.getProperty("thingspire.home"));
    private static final Path PRODUCTS = CHECKOUT.resolve("releng/org.thingspire.product/target/products");
    private static final Path PROBE = CHECKOUT.resolve(
            "tests/org.thingspire.start.probe/target/org.thingspire.start.probe-0.1.0-SNAPSHOT.jar");
    private static final String PLATFORM = "linux/gtk/x86_64";

    private static final int RUNS = 9;
    private static final long PROMISED_MS = 500;

    @TempDir
    private Path scratch;

    /** Milliseconds until the window answers. */
    private record Start(long wall, long processor) {
    }

    @Test
    void thingSpireAddsAtMostHalfASecond() throws IOException, InterruptedException {
        EclipseInstallation eclipse = installation("org.thingspire.product.bare");
        EclipseInstallation workbench = installation("org.thingspire.product");
        try (VirtualScreen screen = VirtualScreen.open()) {
            Starter bare = report -> eclipse.runWorkbench(screen, workspace(eclipse), report, log());
            Starter ours = report -> workbench.runWorkbench(screen, workspace(workbench), report, log());
            Starter shipped = report -> workbench.runStartScript(screen, workspace(workbench), report, scratch.resolve("cache"), log());
            Added added = compare(List.of(bare, ours, shipped));

            System.out.printf("load average %.1f on %d processors%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Runtime.getRuntime().availableProcessors());
            assertThat(added.sameOptions()).as("with the same options of Java").isLessThanOrEqualTo(PROMISED_MS);
            assertThat(added.shipped()).as("by our start script").isLessThanOrEqualTo(PROMISED_MS);
        }
    }

    /** Milliseconds, medians of the pairs: with the options of Java that the bare Eclipse has, and with those of our start script. */
    private record Added(long sameOptions, long shipped) {
    }

    private interface Starter {
        void start(String reportOption) throws IOException, InterruptedException;
    }

    private Added compare(List<Starter> starters) throws IOException, InterruptedException {
        List<List<Start>> starts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Starter starter : starters) {
            start(starter); // the first start makes workspace and caches
        }
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < starters.size(); i++) {
                starts.get(i).add(start(starters.get(i)));
            }
        }
        report("bare Eclipse", starts.get(0));
        report("workbench", starts.get(1));
        report("start script", starts.get(2));
        return new Added(added("added", starts.get(0), starts.get(1)), added("by script", starts.get(0), starts.get(2)));
    }

    private static long added(String what, List<Start> bare, List<Start> ours) {
        List<Start> added = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            added.add(new Start(ours.get(i).wall - bare.get(i).wall, ours.get(i).processor - bare.get(i).processor));
        }
        report(what, added);
        return median(added, Start::wall);
    }

    private EclipseInstallation installation(String product) throws IOException {
        EclipseInstallation copy = EclipseInstallation.copyOf(PRODUCTS.resolve(product).resolve(PLATFORM), scratch.resolve(product));
        copy.add(PROBE);
        return copy;
    }

    private static Path workspace(EclipseInstallation eclipse) {
        return eclipse.folder().resolve("workspace");
    }

    private Path log() {
        return scratch.resolve("workbench.log");
    }

    private Start start(Starter starter) throws IOException, InterruptedException {
        Path report = scratch.resolve("start.txt");
        Files.deleteIfExists(report);
        starter.start("-Dthingspire.start.report=" + report);
        String[] numbers = Files.readString(report).strip().split(" ");
        return new Start(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private static void report(String what, List<Start> starts) {
        System.out.printf("%-14s wall %5d ms (%d to %d), processor %5d ms; medians of %d starts%n", what, median(starts, Start::wall),
                starts.stream().mapToLong(Start::wall).min().orElseThrow(), starts.stream().mapToLong(Start::wall).max().orElseThrow(),
                median(starts, Start::processor), starts.size());
    }

    private static long median(List<Start> starts, ToLongFunction<Start> value) {
        return starts.stream().mapToLong(value).sorted().skip(starts.size() / 2).findFirst().orElseThrow();
    }
}
