// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A node that is a process of ours: it ends when the process does, and its console is the process's output. */
abstract sealed class ProcessNode implements RunningNode permits LocalNode, QemuNode {

    private final String name;
    protected final NodeProcess process;

    ProcessNode(String name, NodeProcess process) {
        this.name = name;
        this.process = process;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final InputStream console() {
        return process.output();
    }

    @Override
    public final CompletableFuture<Integer> exit() {
        return process.exit();
    }

    @Override
    public final List<String> lastErrors() {
        return process.lastErrors();
    }

    @Override
    public void close() {
        process.stop();
    }
}
