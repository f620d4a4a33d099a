// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.check;

import static org.bytedeco.llvm.global.LLVM.*;

import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;

/**
 * Recognizes checks of memory accesses: blocks that end with a comparison of integers and a branch, of which one way leads to the trap.
 *
 * @param context of the code
 * @param trap    the text of the inline assembly by which a failed check traps
 */
public record TrapBranches(LlvmContext context, String trap) {

    public boolean mayTrap(Block block) {
        Node branch = block.terminator();
        return branch.opcode == LLVMBr && block.successors.size() == 2 && branch.operands[0].opcode == LLVMICmp
                && traps(block.successors.get(0)) != traps(block.successors.get(1));
    }

    private boolean traps(Block block) {
        return block.assembly.equals(trap);
    }

    /** Of a block that may trap. */
    public boolean trapsIfTrue(Block test) {
        return traps(test.successors.get(0));
    }

    /** Where a block that may trap goes on. */
    public Block good(Block test) {
        return test.successors.get(trapsIfTrue(test) ? 1 : 0);
    }

    /** Lets a block that may trap always go on. */
    public void drop(Block test) {
        LLVMSetCondition(test.terminator().ref, context.constant(context.i1, trapsIfTrue(test) ? 0 : 1));
    }
}
