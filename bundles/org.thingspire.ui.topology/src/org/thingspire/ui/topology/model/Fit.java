// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.List;
import java.util.Optional;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.board.Board;
import org.thingspire.topology.board.BoardCatalog;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/**
 * Whether modules can move to a node: its memory budgets stay within the board's RAM, and a link carries every wire that
 * then leads to another node. The same rules as the validator's, asked before anything is changed.
 *
 * @param isGood whether nothing speaks against it
 * @param text why, in a few words
 */
public record Fit(boolean isGood, String text) {

    /** Of the modules that would be moved. */
    public static Fit of(Topology topology, BoardCatalog boards, List<Module> modules, Node node) {
        Deployment deployment = new Deployment(topology);
        Optional<String> missing = modules.stream().flatMap(module -> topology.getWires().stream()
                .filter(wire -> wire.getFrom() == module || wire.getTo() == module)
                .filter(wire -> !isCarried(deployment, modules, node, wire))).map(wire -> noLink(deployment, modules, node, wire)).findFirst();
        if (missing.isPresent()) {
            return new Fit(false, missing.get());
        }
        return memory(deployment, boards, modules, node);
    }

    private static Fit memory(Deployment deployment, BoardCatalog boards, List<Module> modules, Node node) {
        long sum = Usage.of(deployment, node).bytes() + modules.stream().map(deployment::placementOf).flatMap(Optional::stream)
                .filter(placement -> placement.getNode() != node).mapToLong(Placement::getMemory).sum();
        Optional<Long> ram = boards.find(node.getBoard()).flatMap(Board::ram).map(Board.Memory::size);
        if (ram.isEmpty()) {
            return new Fit(true, "Fits");
        }
        return sum <= ram.get() ? new Fit(true, "Fits: " + Bytes.text(sum) + " of " + Bytes.text(ram.get()))
                : new Fit(false, Bytes.text(sum - ram.get()) + " RAM too little");
    }

    private static boolean isCarried(Deployment deployment, List<Module> moved, Node node, Wire wire) {
        Optional<Node> peer = peerOf(deployment, moved, node, wire);
        return peer.isEmpty() || peer.get() == node || deployment.linkBetween(node, peer.get()).isPresent();
    }

    private static String noLink(Deployment deployment, List<Module> moved, Node node, Wire wire) {
        return "No link to " + peerOf(deployment, moved, node, wire).map(Node::getName).orElseThrow();
    }

    /** The node at the other end of a wire of a moved module; the node itself if that end is moved too. */
    private static Optional<Node> peerOf(Deployment deployment, List<Module> moved, Node node, Wire wire) {
        Module peer = moved.contains(wire.getFrom()) ? wire.getTo() : wire.getFrom();
        return moved.contains(peer) ? Optional.of(node) : deployment.nodeOf(peer);
    }
}
