// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTest {

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
