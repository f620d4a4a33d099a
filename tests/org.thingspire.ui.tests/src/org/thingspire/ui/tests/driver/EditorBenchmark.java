// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;

/**
 * What the diagram promises to who works with it: a file is saved in 50 ms, and nothing takes the UI more than 200 ms of the processor's
 * time before it answers again. Not a test, because a busy machine says nothing about us: run it by its name.
 */
@UiTest
class EditorBenchmark {

    private static final int TIMES = 9;
    private static final long SAVE_MS = 50;
    private static final long ANSWER_MS = 200;

    private TopologyDiagram diagram;

    /** The first time loads classes, and is not counted. */
    @BeforeEach
    void openThermostat(Workbench workbench) {
        diagram = workbench.openTopology(workbench.project("thermostat", RuntimeFiles.home().resolve("samples/thermostat")));
        moveThereAndBack();
    }

    private void moveThereAndBack() {
        diagram.drag("control", "gateway");
        diagram.waitUntilOn("control", "gateway");
        diagram.drag("control", "controller");
        diagram.waitUntilOn("control", "controller");
    }

    @Test
    void savesInFiftyMilliseconds(Workbench workbench) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            diagram.drag("control", i % 2 == 0 ? "gateway" : "controller");
            diagram.waitUntilOn("control", i % 2 == 0 ? "gateway" : "controller");
            times.add(workbench.screen().ask(() -> {
                long start = System.nanoTime();
                diagram.editor().doSave(new NullProgressMonitor());
                return (System.nanoTime() - start) / 1_000_000;
            }));
        }
        times.sort(null);
        System.out.println("saved in " + times + " ms");
        assertThat(times.get(TIMES / 2)).as("median").isLessThan(SAVE_MS);
    }

    @Test
    void answersWithinTwoHundredMillisecondsOfTheProcessor(Workbench workbench) throws InterruptedException {
        FreezeWatch watch = FreezeWatch.ofProcessorTime(workbench.screen().display(), ANSWER_MS);
        watch.begin();
        for (int i = 0; i < TIMES; i++) {
            moveThereAndBack();
            diagram.save();
        }
        assertThat(watch.finish()).isEmpty();
    }
}
