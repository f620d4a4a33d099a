// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.thingspire.build.template.ProjectTemplate;

/** A copy of a sample that a test may spoil. */
record SampleProject(Path folder) {

    static SampleProject thermostat(Path parent) {
        Path folder = parent.resolve("thermostat");
        new ProjectTemplate(Path.of(System.getProperty("thingspire.home"), "samples", "thermostat")).create(folder);
        return new SampleProject(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path topology() {
        return file("thermostat.topology");
    }

    /** As projects are that don't state their interfaces. */
    SampleProject withoutWit() throws IOException {
        Files.delete(file("wit/climate.wit"));
        Files.delete(file("wit"));
        return this;
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
