// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTest {

    /** Nobody waits so long: the guard against hanging. */
    private static final long PATIENCE_SECONDS = 200;

    @TempDir
    private Path folder;
    private Path output;
    private int runs;

    @BeforeEach
    void chooseOutput() {
        output = folder.resolve("made/output");
    }

    private boolean run(String inputs, Path... discovered) throws InterruptedException {
        return new Step(output).run(inputs, file -> {
            runs++;
            Files.writeString(file, "made " + runs);
            return List.of(discovered);
        });
    }

    @Test
    void makesTheOutputOnceWhileInputsStayTheSame() throws Exception {
        assertThat(run("a")).isTrue();
        assertThat(run("a")).isFalse();

        assertThat(output).hasContent("made 1");
    }

    @Test
    void makesItAgainWhenInputsChange() throws Exception {
        run("a");
        run("b");

        assertThat(output).hasContent("made 2");
    }

    @Test
    void makesItAgainWhenTheOutputIsGone() throws Exception {
        run("a");
        Files.delete(output);

        assertThat(run("a")).isTrue();
    }

    @Test
    void makesItAgainWhenADiscoveredFileHasOtherContent() throws Exception {
        Path header = Files.writeString(folder.resolve("header.h"), "one");
        run("a", header);
        Files.writeString(header, "two");

        assertThat(run("a", header)).isTrue();
    }

    @Test
    void touchingADiscoveredFileChangesNothing() throws Exception {
        Path header = Files.writeString(folder.resolve("header.h"), "one");
        run("a", header);
        Files.writeString(header, "two");
        Files.writeString(header, "one");

        assertThat(run("a", header)).isFalse();
    }

    @Test
    void twoMayMakeTheSameFileAtTheSameTime() throws Exception {
        CyclicBarrier bothAtWork = new CyclicBarrier(2);
        Callable<Boolean> maker = () -> new Step(output).run("a", file -> {
            Files.writeString(file, "made");
            meet(bothAtWork);
            return List.of();
        });

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> made : threads.invokeAll(List.of(maker, maker))) {
                assertThat(made.get()).isTrue();
            }
        }

        assertThat(output).hasContent("made");
        assertThat(run("a")).as("the stamp is whole").isFalse();
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAKilledProcessHasBegunIsDeletedAndWhatAnotherMakesIsNot() throws Exception {
        Files.createDirectories(output.getParent());
        Path abandoned = Files.writeString(output.resolveSibling("output.17-4.unfinished"), "half");
        Path itsCompilers = Files.writeString(output.resolveSibling("output.17-4.unfinished-5f0c.tmp"), "half");
        for (Path old : List.of(abandoned, itsCompilers)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        Path another = Files.writeString(output.resolveSibling("output.18-4.unfinished"), "half");

        run("a");

        assertThat(abandoned).doesNotExist();
        assertThat(itsCompilers).doesNotExist();
        assertThat(another).exists();
    }

    @Test
    void aFailureLeavesTheOldOutputAndNothingUnfinished() throws Exception {
        run("a");

        assertThatThrownBy(() -> new Step(output).run("b", file -> {
            Files.writeString(file, "half");
            throw new IOException("disk full");
        })).hasMessageContaining("disk full");

        assertThat(output).hasContent("made 1");
        try (var files = Files.list(output.getParent())) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("output");
        }
        assertThat(run("a")).as("the stamp is gone, so nobody trusts the old output").isTrue();
    }
}
