// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.board.Board;
import org.thingspire.topology.board.Board.Uart;
import org.thingspire.topology.board.BoardCatalog;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Transport;

/** A board has enough serial lines for the links that end there. */
final class SerialLineCheck implements Check {

    private final BoardCatalog boards;

    SerialLineCheck(BoardCatalog boards) {
        this.boards = boards;
    }

    @Override
    public void run(TopologyFile file, Findings findings) {
        Deployment deployment = new Deployment(file.topology());
        for (Node node : file.topology().getNodes()) {
            boards.find(node.getBoard()).filter(board -> !board.isHosted()).ifPresent(board -> check(deployment, node, board, findings));
        }
    }

    private static void check(Deployment deployment, Node node, Board board, Findings findings) {
        long links = deployment.linksOf(node).stream().filter(link -> link.getTransport() == Transport.UART).count();
        check(node, Literals.NODE__BOARD, "uart links", links, board.uartsFor(Uart.LINK), findings);
        check(node, Literals.NODE__SENSORS, "sensors", node.getSensors().size(), board.uartsFor(Uart.SENSOR), findings);
    }

    private static void check(Node node, EStructuralFeature feature, String what, long wanted, long available, Findings findings) {
        if (wanted > available) {
            findings.error(node, feature,
                    Labels.of(node) + " has " + wanted + " " + what + ", but the board " + node.getBoard() + " has room for " + available,
                    "Remove " + (wanted - available) + " of them, or take another board.");
        }
    }
}
