// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.rule;

import java.util.List;

import org.thingspire.board.Board;
import org.thingspire.topology.model.NodeKind;

/** Says which kinds of node a board can be. */
public final class NodeKinds {

    private NodeKinds() {
    }

    /** A chip is a device; what has an operating system may stand at the edge or in the cloud. */
    public static List<NodeKind> of(Board board) {
        return board.isHosted() ? List.of(NodeKind.EDGE, NodeKind.CLOUD) : List.of(NodeKind.DEVICE);
    }
}
