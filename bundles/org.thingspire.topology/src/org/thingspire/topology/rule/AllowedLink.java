// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.rule;

import java.util.List;

import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.Transport;

/**
 * One row of the table of links that the runtime can do: two kinds of nodes, whichever is which end, and a transport between them.
 */
public record AllowedLink(NodeKind one, NodeKind other, Transport transport) {

    /** All that is possible. Where two kinds of nodes have several transports, a new link gets the first. */
    public static final List<AllowedLink> TABLE = List.of(
            new AllowedLink(NodeKind.DEVICE, NodeKind.EDGE, Transport.UART));

    /** The rows for a transport; none if no link can have it. */
    public static List<AllowedLink> with(Transport transport) {
        return TABLE.stream().filter(row -> row.transport == transport).toList();
    }

    /** The rows for two nodes of these kinds; none if no link can join them. */
    public static List<AllowedLink> between(NodeKind a, NodeKind b) {
        return TABLE.stream().filter(row -> row.joins(a, b)).toList();
    }

    /** Whether the two kinds are those of this row, in any order. */
    public boolean joins(NodeKind a, NodeKind b) {
        return a == one && b == other || a == other && b == one;
    }

    /** The two nodes in words: {@code a device and an edge node}. */
    public String nodes() {
        return withArticle(one) + " and " + withArticle(other) + " node";
    }

    private static String withArticle(NodeKind kind) {
        return (kind == NodeKind.EDGE ? "an " : "a ") + kind.getLiteral();
    }
}
