// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.target;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A node that a {@link Target} has started. Closing it ends everything that was started for it. */
public interface RunningNode extends AutoCloseable {

    /** The node's name in the topology. */
    String name();

    /** What it prints; ends when the node is gone. */
    InputStream console();

    /**
     * Lets it run: nodes are started at rest, so that those of one application begin together. A node that was started
     * halted keeps waiting for its debugger.
     */
    void begin() throws IOException;

    /** Told whenever the processor begins to run (true) or is halted, as by a breakpoint (false). Call before {@link #begin}. */
    void onRunStateChange(RunStateListener listener);

    /** Completes with the exit code when the node is gone, whether by itself or because it was closed. */
    CompletableFuture<Integer> exit();

    /** What the node or its emulator last said on stderr, oldest line first. */
    List<String> lastErrors();

    /** What GDB must be told, after it has loaded the image's ELF file, to take hold of a node that was started halted. */
    List<String> gdbCommands();

    /** Ends the node; it is gone when this returns. Does nothing if it is gone already. */
    @Override
    void close();

    /** Called from a thread of the node's; must return soon. */
    @FunctionalInterface
    interface RunStateListener {
        void runStateChanged(boolean running);
    }
}
