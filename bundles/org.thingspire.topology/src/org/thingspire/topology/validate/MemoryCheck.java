// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.rule.MemorySizes;

/** Memory budgets and the stacks in them are possible sizes. Whether they fit on their boards is {@code FitCheck}'s to say. */
final class MemoryCheck implements Check {

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
        if (!MemorySizes.canBeBudget(bytes)) {
            findings.error(placement, Literals.PLACEMENT__MEMORY,
                    Labels.of(placement) + " has a memory budget of " + bytes + " bytes",
                    "Use a multiple of " + MemorySizes.BUDGET_GRANULE + " above 0, or remove the attribute for whole WebAssembly pages.");
        }
    }

    private static void checkStack(Placement placement, Findings findings) {
        int bytes = placement.getStack();
        if (!MemorySizes.canBeStack(bytes)) {
            findings.error(placement, Literals.PLACEMENT__STACK, Labels.of(placement) + " has a stack of " + bytes + " bytes",
                    "Use a multiple of " + MemorySizes.STACK_ALIGNMENT
                            + " above 0, or remove the attribute: the stack is then what data leave of the budget.");
        } else if (placement.isSetMemory() && bytes > placement.getMemory()) {
            findings.error(placement, Literals.PLACEMENT__STACK,
                    "%s has a stack of %s bytes, which is %s more than its memory budget".formatted(Labels.of(placement), bytes,
                            bytes - placement.getMemory()),
                    "Lower the stack or raise the budget.");
        }
    }
}
