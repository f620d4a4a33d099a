// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.List;
import java.util.Optional;

import org.thingspire.board.Board;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/**
 * Answers what stands where: which modules are on a node, which wires cross nodes, which link carries them. Looks at the
 * topology anew for every question, so it stays right while the topology is edited. Results are in file order.
 */
public record Deployment(Topology topology) {

    /** Empty while the module has no placement. */
    public Optional<Placement> placementOf(Module module) {
        return topology.getPlacements().stream().filter(placement -> placement.getModule() == module).findFirst();
    }

    /** Empty while the module is not placed. */
    public Optional<Node> nodeOf(Module module) {
        return placementOf(module).map(Placement::getNode);
    }

    public List<Placement> placementsOn(Node node) {
        return topology.getPlacements().stream().filter(placement -> placement.getNode() == node).toList();
    }

    /** The tasks of all modules that are placed on the node. */
    public List<Task> tasksOn(Node node) {
        return topology.getTasks().stream().filter(task -> nodeOf(task.getModule()).filter(n -> n == node).isPresent()).toList();
    }

    /** What the imports of a module are joined to. */
    public List<Wire> wiresFrom(Module module) {
        return topology.getWires().stream().filter(wire -> wire.getFrom() == module).toList();
    }

    /** The wire for one import of a module. */
    public Optional<Wire> wireFrom(Module module, String interfaceName) {
        return wiresFrom(module).stream().filter(wire -> interfaceName.equals(wire.getInterface())).findFirst();
    }

    /** Whose imports a module serves. */
    public List<Wire> wiresTo(Module module) {
        return topology.getWires().stream().filter(wire -> wire.getTo() == module).toList();
    }

    /** Whether both ends of the wire are placed, and on different nodes. */
    public boolean crossesNodes(Wire wire) {
        Optional<Node> from = nodeOf(wire.getFrom());
        Optional<Node> to = nodeOf(wire.getTo());
        return from.isPresent() && to.isPresent() && from.get() != to.get();
    }

    public List<Link> linksOf(Node node) {
        return topology.getLinks().stream().filter(link -> link.getA() == node || link.getB() == node).toList();
    }

    /**
     * Over which serial line of a node's board a link runs: the first link of the node over the first line for links, and so
     * on. Image and emulator must agree on this.
     *
     * @param board the board of {@code node}; has enough lines, the validator says so
     */
    public int uartOf(Link link, Node node, Board board) {
        return board.uartsFor(Board.Uart.LINK).get(linksOf(node).indexOf(link));
    }

    /** The link that joins two nodes directly. */
    public Optional<Link> linkBetween(Node one, Node other) {
        return linksOf(one).stream().filter(link -> peerOf(link, one) == other).findFirst();
    }

    /** Whether calls get from one node to the other: on one node, or over one link, not over several. */
    public boolean isReachable(Node one, Node other) {
        return one == other || linkBetween(one, other).isPresent();
    }

    /** The node at the other end of a link. */
    public static Node peerOf(Link link, Node node) {
        return link.getA() == node ? link.getB() : link.getA();
    }
}
