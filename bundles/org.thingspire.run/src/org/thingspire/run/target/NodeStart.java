// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.target;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.builder.image.Image;

/**
 * How a node is to be started.
 *
 * @param image what runs
 * @param uarts where each UART leads to, by its index on the board
 * @param halted whether it waits for a debugger instead of running by itself
 * @param folder for its sockets; deleted by the caller when the node is gone
 */
public record NodeStart(Image image, List<Uart> uarts, boolean halted, Path folder) {

    public NodeStart {
        uarts = List.copyOf(uarts);
    }

    /** The node's name in the topology. */
    public String node() {
        return image.node();
    }
}
