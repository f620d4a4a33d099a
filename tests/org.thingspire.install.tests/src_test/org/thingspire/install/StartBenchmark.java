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
        List<Start> bare = new ArrayList<>();
        List<Start> ours = new ArrayList<>();
        EclipseInstallation eclipse = installation("org.thingspire.product.bare");
        EclipseInstallation workbench = installation("org.thingspire.product");
        try (VirtualScreen screen = VirtualScreen.open()) {
            start(eclipse, screen); // the first start makes workspace and caches
            start(workbench, screen);
            for (int i = 0; i < RUNS; i++) {
                bare.add(start(eclipse, screen));
                ours.add(start(workbench, screen));
            }
        }

        report("bare Eclipse", bare);
        report("workbench", ours);
        List<Start> added = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            added.add(new Start(ours.get(i).wall - bare.get(i).wall, ours.get(i).processor - bare.get(i).processor));
        }
        report("added", added);
        System.out.printf("load average %.1f on %d processors%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        assertThat(median(added, Start::wall)).isLessThanOrEqualTo(PROMISED_MS);
    }

    private EclipseInstallation installation(String product) throws IOException {
        EclipseInstallation copy = EclipseInstallation.copyOf(PRODUCTS.resolve(product).resolve(PLATFORM), scratch.resolve(product));
        copy.add(PROBE);
        return copy;
    }

    private Start start(EclipseInstallation eclipse, VirtualScreen screen) throws IOException, InterruptedException {
        Path report = scratch.resolve("start.txt");
        Files.deleteIfExists(report);
        eclipse.runWorkbench(screen, eclipse.folder().resolve("workspace"), "-Dthingspire.start.report=" + report,
                scratch.resolve("workbench.log"));
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
