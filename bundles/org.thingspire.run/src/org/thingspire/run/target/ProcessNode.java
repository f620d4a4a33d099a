// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.target;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.thingspire.run.local.LocalNode;
import org.thingspire.run.process.NodeProcess;
import org.thingspire.run.qemu.QemuNode;

/** A node that is a process of ours: it ends when the process does, and its console is the process's output. */
public abstract class ProcessNode implements RunningNode {

    private final String name;
    protected final NodeProcess process;

    protected ProcessNode(String name, NodeProcess process) {
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
