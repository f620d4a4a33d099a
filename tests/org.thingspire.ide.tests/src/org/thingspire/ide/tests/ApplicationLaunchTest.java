// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ApplicationLaunchTest {

    private static final String CONTROLLER = "controller (mps2-an385)";
    private static final String GATEWAY = "gateway (linux-x86_64)";

    @Test
    void showsWhatEveryNodePrints() throws Exception {
        try (TestProject project = TestProject.create("runs", "thermostat"); Launching launching = launch(project)) {
            assertEquals(List.of(CONTROLLER, GATEWAY), launching.labels());

            launching.awaitOutput(CONTROLLER, "heating on");
            launching.awaitOutput(GATEWAY, "samples");
        }
    }

    private static Launching launch(TestProject project) throws Exception {
        project.build();
        assertEquals(List.of(), project.problemTexts());
        assertTrue(project.project().getFile("build/release/nodes/controller/controller.elf").exists());
        return Launching.run(project);
    }
}
