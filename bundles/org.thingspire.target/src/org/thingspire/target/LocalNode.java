// SPDX-License-Identifier: EPL-2.0
package org.thingspire.target;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A Linux node: a process of this machine. Its console is its standard output. */
final class LocalNode implements RunningNode {

    private final String name;
    private final NodeProcess process;

    private LocalNode(String name, NodeProcess process) {
        this.name = name;
        this.process = process;
    }

    static LocalNode start(NodeStart start, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(start.image().elf().toString()));
        command.addAll(arguments);
        return new LocalNode(start.node(), NodeProcess.start(start.node(), command, start.folder()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream console() {
        return process.output();
    }

    /** It runs from the start: a Linux node waits for its peers by itself. */
    @Override
    public void begin() {
    }

    /** Nobody can halt it. */
    @Override
    public void onRunStateChange(RunStateListener listener) {
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
        return List.of();
    }

    @Override
    public void close() {
        process.stop();
    }
}
