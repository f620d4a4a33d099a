// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.board.Board;
import org.thingspire.topology.board.Board.Memory;
import org.thingspire.topology.board.BoardCatalog;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyPackage.Literals;

/**
 * Memory budgets and the stacks in them are possible sizes, and the budgets fit into the board's RAM together. Only the linker
 * knows what else needs RAM, so that they do not fit is a warning here.
 */
final class MemoryCheck implements Check {

    /** So that the memory ends where its largest values do. */
    private static final int GRANULE_BYTES = 8;
    /** What the C ABI of WebAssembly keeps its stack pointer aligned to. */
    private static final int STACK_ALIGNMENT = 16;

    private final BoardCatalog boards;

    MemoryCheck(BoardCatalog boards) {
        this.boards = boards;
    }

    @Override
    public void run(TopologyFile file, Findings findings) {
        for (Placement placement : file.topology().getPlacements()) {
            if (placement.isSetMemory()) {
                checkSize(placement, findings);
            }
            if (placement.isSetStack()) {
                checkStack(placement, findings);
            }
        }
        Deployment deployment = new Deployment(file.topology());
        for (Node node : file.topology().getNodes()) {
            boards.find(node.getBoard()).flatMap(Board::ram).ifPresent(ram -> checkSum(deployment, node, ram, findings));
        }
    }

    private static void checkSize(Placement placement, Findings findings) {
        int bytes = placement.getMemory();
        if (bytes <= 0 || bytes % GRANULE_BYTES != 0) {
            findings.error(placement, Literals.PLACEMENT__MEMORY,
                    Labels.of(placement) + " has a memory budget of " + bytes + " bytes",
                    "Use a multiple of " + GRANULE_BYTES + " above 0, or remove the attribute for whole WebAssembly pages.");
        }
    }

    private static void checkStack(Placement placement, Findings findings) {
        int bytes = placement.getStack();
        if (bytes <= 0 || bytes % STACK_ALIGNMENT != 0) {
            findings.error(placement, Literals.PLACEMENT__STACK, Labels.of(placement) + " has a stack of " + bytes + " bytes",
                    "Use a multiple of " + STACK_ALIGNMENT
                            + " above 0, or remove the attribute: the stack is then what data leave of the budget.");
        } else if (placement.isSetMemory() && bytes > placement.getMemory()) {
            findings.error(placement, Literals.PLACEMENT__STACK,
                    "%s has a stack of %s bytes, which is %s more than its memory budget".formatted(Labels.of(placement), bytes,
                            bytes - placement.getMemory()),
                    "Lower the stack or raise the budget.");
        }
    }

    private static void checkSum(Deployment deployment, Node node, Memory ram, Findings findings) {
        long sum = deployment.placementsOn(node).stream().mapToLong(Placement::getMemory).sum();
        if (sum > ram.size()) {
            findings.warning(node, Literals.NODE__BOARD,
                    "the memory budgets on %s add up to %s bytes, but its board has %s bytes of RAM"
                            .formatted(Labels.of(node), sum, ram.size()),
                    "Lower a budget or move a module to another node.");
        }
    }
}
