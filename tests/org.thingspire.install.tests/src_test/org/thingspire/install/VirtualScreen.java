// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** An X server without a screen (Xvfb), for as long as it is open. */
final class VirtualScreen implements AutoCloseable {

    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /** The server chooses a free display, and tells it when it is ready. */
    static VirtualScreen open() throws IOException {
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp")
                .redirectError(Redirect.DISCARD).start();
        BufferedReader output = server.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start; the package xvfb brings it.");
        }
        return new VirtualScreen(server, ":" + number.strip());
    }

    /** What a program's environment variable DISPLAY must be to show itself here. */
    String display() {
        return display;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
