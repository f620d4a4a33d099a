// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.thingspire.builder.template.ProjectTemplate;

/** A copy of a sample that a test may spoil. */
record SampleProject(Path folder) {

    static SampleProject thermostat(Path parent) {
        Path folder = parent.resolve("thermostat");
        new ProjectTemplate(Path.of(System.getProperty("thingspire.home"), "samples", "thermostat")).create(folder);
        return new SampleProject(folder);
    }

    /** On a machine that is busy with other things, nodes may not answer each other within the usual second. */
    SampleProject patient() throws IOException {
        return change("thermostat.topology", "transport=\"uart\"", "transport=\"uart\" deadlineMs=\"60000\"");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path topology() {
        return file("thermostat.topology");
    }

    /** As projects are that don't state their interfaces: each module in C declares by itself what it imports. */
    SampleProject withoutWit() throws IOException {
        Files.delete(file("wit/climate.wit"));
        Files.delete(file("wit"));
        return change("modules/control.c", """
                #include "thermostat_climate_history.h"
                #include "thermostat_climate_probe.h"
                #include "thermostat_climate_relay.h"
                """, """
                TS_IMPORT("thermostat:climate/probe", "pending") int probe_pending(void);
                TS_IMPORT("thermostat:climate/probe", "read") float probe_read(void);
                TS_IMPORT("thermostat:climate/relay", "set") void relay_set(int on);
                TS_IMPORT("thermostat:climate/relay", "switchings") int relay_switchings(void);
                TS_IMPORT("thermostat:climate/history", "record") void history_record(float temperature, int heating);
                """);
    }

    /** Replaces text that must be there. */
    SampleProject change(String fileName, String from, String to) throws IOException {
        Path file = file(fileName);
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(fileName + " does not contain " + from);
        }
        Files.writeString(file, text.replace(from, to));
        return this;
    }
}
