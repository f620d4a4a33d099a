// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.qemu;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.run.process.NodeProcess;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.ProcessNode;

/** A board in QEMU. */
public final class QemuNode extends ProcessNode {

    private final Path debugSocket;
    private final boolean halted;
    private final Qmp control;
    private volatile RunStateListener runState = running -> {};

    private QemuNode(SocketChannel control, NodeProcess process, NodeStart start, Path debugSocket) {
        super(start.node(), process);
        this.debugSocket = debugSocket;
        this.halted = start.halted();
        this.control = new Qmp(start.node(), control, this::eventHappened);
    }

    /** @param control what QEMU listens to for commands */
    static QemuNode controlledBy(SocketChannel control, NodeProcess process, NodeStart start, Path debugSocket) throws IOException {
        QemuNode node = new QemuNode(control, process, start, debugSocket);
        node.control.handshake();
        return node;
    }

    @Override
    public void begin() throws IOException {
        if (halted) {
            return;
        }
        try {
            control.execute("cont");
        } catch (IOException e) {
            // Some programs fail so soon that they take QEMU with them before it can answer. That is what exit() is for.
            if (!process.endsSoon()) {
                throw e;
            }
        }
    }

    @Override
    public void onRunStateChange(RunStateListener listener) {
        runState = listener;
    }

    @Override
    public List<String> gdbCommands() {
        return List.of("target remote " + debugSocket);
    }

    @Override
    public void close() {
        super.close();
        control.close();
    }

    private void eventHappened(String event) {
        switch (event) {
            case "RESUME" -> runState.runStateChanged(true);
            case "STOP" -> runState.runStateChanged(false);
            default -> {}
        }
    }
}
