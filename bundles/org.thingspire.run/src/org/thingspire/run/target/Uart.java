// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.target;

import java.nio.file.Path;

/** Where a UART of a started node leads to. Those that lead to another program do so over a Unix socket. */
public sealed interface Uart {

    /** Nothing is attached: what is sent is lost. */
    record Open() implements Uart {
    }

    /** What the node prints; {@link RunningNode#console()} reads it. */
    record Console() implements Uart {
    }

    /** The node creates the socket and the other end connects to it, at any time. */
    record Listening(Path socket) implements Uart {
    }

    /** The other end creates the socket. */
    record Connecting(Path socket) implements Uart {
    }
}
