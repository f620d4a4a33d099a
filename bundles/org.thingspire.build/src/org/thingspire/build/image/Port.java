// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.topology.IoReason;

import com.google.gson.Gson;

/**
 * What the runtime's {@code port.json} says of how it is built for a family of boards.
 *
 * @param sources folders whose .c and .S files belong to it, relative to the runtime
 * @param includes folders of headers, relative to the runtime
 * @param flags for clang
 * @param linkerScript relative to the runtime; empty where the system's own is used
 */
record Port(String name, List<String> sources, List<String> includes, List<String> flags, String linkerScript) {

    static Port read(Path runtime, String name) {
        try (Reader json = Files.newBufferedReader(runtime.resolve("port").resolve(name).resolve("port.json"))) {
            return new Gson().fromJson(json, Port.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The runtime's port " + name + " is not readable: " + IoReason.of(e), e);
        }
    }

    /** Whether the image runs under an operating system that brings linker script, libc and threads. */
    boolean isHosted() {
        return linkerScript.isEmpty();
    }
}
