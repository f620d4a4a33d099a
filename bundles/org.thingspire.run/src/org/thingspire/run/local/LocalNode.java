// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.run.process.NodeProcess;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.ProcessNode;

/** A Linux node: a process of this machine. Its console is its standard output. */
public final class LocalNode extends ProcessNode {

    private LocalNode(String name, NodeProcess process) {
        super(name, process);
    }

    static LocalNode start(NodeStart start, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(start.image().elf().toString()));
        command.addAll(arguments);
        return new LocalNode(start.node(), NodeProcess.start(start.node(), command, start.folder()));
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
    public List<String> gdbCommands() {
        return List.of();
    }
}
