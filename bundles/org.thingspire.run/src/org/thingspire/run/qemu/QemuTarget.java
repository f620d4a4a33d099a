// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.qemu;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;

import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.run.process.NodeProcess;
import org.thingspire.run.process.SocketFolder;
import org.thingspire.run.target.NodeFailedException;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.RunningNode;
import org.thingspire.run.target.Target;

/**
 * Runs images of Cortex-M boards in QEMU.
 *
 * @param emulator of their board
 */
public record QemuTarget(Emulator emulator) implements Target {

    @Override
    public RunningNode start(NodeStart start) throws IOException {
        QemuCommand command = new QemuCommand(emulator, start);
        // QEMU connects to us and not we to it: so there is no moment at which the socket does not exist yet.
        try (ServerSocketChannel control = SocketFolder.listen(command.controlSocket())) {
            NodeProcess process = NodeProcess.start(start.node(), command.words(), start.folder());
            process.exit().thenRun(() -> closeQuietly(control));
            try {
                return QemuNode.controlledBy(control.accept(), process, start, command.debugSocket());
            } catch (IOException e) {
                // QEMU has more to say than that it no longer listens, and says it after that.
                if (!process.endsSoon()) {
                    process.stop();
                }
                throw new NodeFailedException(start.node(), process.exit().join(), process.lastErrors());
            }
        }
    }

    /** Lets {@code accept} return, because nobody will connect any more. */
    private static void closeQuietly(ServerSocketChannel control) {
        try {
            control.close();
        } catch (IOException e) {
            // It is useless either way.
        }
    }
}
