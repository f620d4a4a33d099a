// SPDX-License-Identifier: EPL-2.0
package org.thingspire.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A board in QEMU. */
final class QemuNode implements RunningNode {

    private final String name;
    private final NodeProcess process;
    private final Path debugSocket;
    private final boolean halted;
    private final Qmp control;
    private volatile RunStateListener runState = running -> { };

    private QemuNode(SocketChannel control, NodeProcess process, NodeStart start, Path debugSocket) {
        this.name = start.node();
        this.process = process;
        this.debugSocket = debugSocket;
        this.halted = start.halted();
        this.control = new Qmp(name, control, this::eventHappened);
    }

    /** @param control what QEMU listens to for commands */
    static QemuNode controlledBy(SocketChannel control, NodeProcess process, NodeStart start, Path debugSocket) throws IOException {
        QemuNode node = new QemuNode(control, process, start, debugSocket);
        node.control.handshake();
        return node;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream console() {
        return process.output();
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
    public CompletableFuture<Integer> exit() {
        return process.exit();
    }

    @Override
    public List<String> lastErrors() {
        return process.lastErrors();
    }

    @Override
    public List<String> gdbCommands() {
        return List.of("target remote " + debugSocket);
    }

    @Override
    public void close() {
        process.stop();
        control.close();
    }

    private void eventHappened(String event) {
        switch (event) {
            case "RESUME" -> runState.runStateChanged(true);
            case "STOP" -> runState.runStateChanged(false);
            default -> { }
        }
    }
}
