// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.Optional;
import java.util.stream.Collectors;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.Suggestion;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.rule.NodeKinds;

/** Every node's board is known, and can be what the node is. */
final class BoardCheck implements Check {

    private final BoardCatalog boards;

    BoardCheck(BoardCatalog boards) {
        this.boards = boards;
    }

    @Override
    public void run(TopologyFile file, Findings findings) {
        for (Node node : file.topology().getNodes()) {
            if (node.getBoard() != null && !node.getBoard().isBlank()) {
                check(node, findings);
            }
        }
    }

    private void check(Node node, Findings findings) {
        Optional<Board> board = boards.find(node.getBoard());
        if (board.isEmpty()) {
            findings.error(node, Literals.NODE__BOARD, Labels.of(node) + " is a board \"" + node.getBoard() + "\", which is not known",
                    Suggestion.remedy(node.getBoard(), boards.names(), "boards"));
        } else if (node.isSetKind() && !NodeKinds.of(board.get()).contains(node.getKind())) {
            String kinds = NodeKinds.of(board.get()).stream().map(NodeKind::getLiteral).collect(Collectors.joining(" or "));
            findings.error(node, Literals.NODE__KIND,
                    Labels.of(node) + " is of kind " + node.getKind() + ", but the board " + node.getBoard() + " can only be " + kinds,
                    "Change the kind or the board.");
        }
    }
}
