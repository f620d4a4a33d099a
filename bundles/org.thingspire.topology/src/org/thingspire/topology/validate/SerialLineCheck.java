// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.thingspire.board.Board;
import org.thingspire.board.Board.Uart;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Transport;

/** Every board has enough serial lines for the uart links that end there. */
final class SerialLineCheck implements Check {

    private final BoardCatalog boards;

    SerialLineCheck(BoardCatalog boards) {
        this.boards = boards;
    }

    @Override
    public void run(TopologyFile file, Findings findings) {
        Deployment deployment = new Deployment(file.topology());
        for (Node node : file.topology().getNodes()) {
            boards.find(node.getBoard()).ifPresent(board -> check(deployment, node, board, findings));
        }
    }

    private static void check(Deployment deployment, Node node, Board board, Findings findings) {
        long links = deployment.linksOf(node).stream().filter(link -> link.getTransport() == Transport.UART).count();
        int lines = board.uartsFor(Uart.LINK).size();
        if (links > lines) {
            findings.error(node, Literals.NODE__BOARD,
                    Labels.of(node) + " has " + links + " uart links, but the board " + board.name() + " has lines for " + lines,
                    "Remove a link or take another board.");
        }
    }
}
