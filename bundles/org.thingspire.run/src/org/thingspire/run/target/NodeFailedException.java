// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.target;

import java.io.IOException;
import java.util.List;

/** A node ended that should run on. The message is for users and may have several lines. */
public final class NodeFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String node;
    private final int exitCode;
    private final transient List<String> lastErrors;

    /**
     * @param exitCode of the program that ran the node: an emulator or, on Linux, the node itself; above 128, a signal ended it
     * @param lastErrors what it last said on stderr, oldest line first
     */
    public NodeFailedException(String node, int exitCode, List<String> lastErrors) {
        super("node \"%s\" ended with exit code %s%s".formatted(node, exitCode, quoted(lastErrors)));
        this.node = node;
        this.exitCode = exitCode;
        this.lastErrors = List.copyOf(lastErrors);
    }

    public String node() {
        return node;
    }

    public int exitCode() {
        return exitCode;
    }

    public List<String> lastErrors() {
        return lastErrors;
    }

    private static String quoted(List<String> lines) {
        return lines.isEmpty() ? "" : ":\n    " + String.join("\n    ", lines);
    }
}
