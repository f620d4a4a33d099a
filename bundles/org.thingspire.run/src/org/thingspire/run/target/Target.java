// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.target;

import java.io.IOException;

import org.thingspire.builder.toolchain.MissingProgramException;

/** Where an image runs. One interface for emulators, debug probes and this machine itself. */
public interface Target {

    /**
     * Starts a node at rest, see {@link RunningNode#begin}.
     *
     * @throws IOException if it could not be started; nothing of it is left then
     * @throws MissingProgramException if a program that this takes is not installed
     */
    RunningNode start(NodeStart start) throws IOException;
}
