// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Memory budgets and the stacks in them are possible sizes. Whether they fit on their boards is {@code FitCheck}'s to say. */
final class MemoryCheck implements Check {

    /** So that the memory ends where its largest values do. */
    private static final int GRANULE_BYTES = 8;
    /** What the C ABI of WebAssembly keeps its stack pointer aligned to. */
    private static final int STACK_ALIGNMENT = 16;

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
}
