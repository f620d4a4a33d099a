// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import java.util.List;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.Optimization;

/**
 * What the code generator is told beyond its level. LLVM takes these choices from a command line only; see {@link ProcessOptions}.
 *
 * @param reducesLoops      whether additional variables of a loop may take the place of multiplications and additions in it. They
 *                          need registers, of which a loop with checks has few: there the index is needed, too. At -Os it is left to
 *                          {@link org.thingspire.aot.optimize.LoopReduction}, which looks first
 * @param hoistsConstants   whether what is cheap to make again, a constant first of all, is made in front of a loop. That, too, takes
 *                          registers, and instructions with one of the upper eight are twice as large
 * @param foldsShifts       whether an operand may be shifted on the way, as in {@code add r0, r1, r2, lsl #2}. That is an instruction of
 *                          four bytes; one that shifts and one that adds have as many together, and others may use what is shifted
 * @param postIncrements    whether variables of a loop are chosen for {@code ldr r0, [r1], #4}, which loads and steps at once. LLVM does
 *                          something like it on Cortex-M only for loops of one block, and each check makes a block
 * @param searchesMemory    whether GVN may look for what a load gives in all of the function. For that it goes through all accesses of
 *                          linear memory in the module, for each of them
 */
record GeneratorOptions(boolean reducesLoops, boolean hoistsConstants, boolean foldsShifts, boolean postIncrements,
        boolean searchesMemory) {

    /** Variables that are copied from block to block share a register where they can. LLVM has it so, but not at -Os, nor on Cortex-M0. */
    private static final String JOINS_COPIES = "-join-globalcopies=true";

    static GeneratorOptions of(CodeTarget target, Optimization optimization, boolean searchesMemory) {
        boolean isSmall = optimization == Optimization.Os;
        return target.architecture().isThumb2() ? new GeneratorOptions(!isSmall, !isSmall, !isSmall, !isSmall, searchesMemory)
                : new GeneratorOptions(true, true, true, false, searchesMemory);
    }

    /** Says yes and no, since what was said before stays. */
    List<String> arguments() {
        return List.of(JOINS_COPIES, "-disable-lsr=" + !reducesLoops, "-disable-machine-licm=" + !hoistsConstants,
                "-disable-constant-hoisting=" + !hoistsConstants, "-disable-shifter-op=" + !foldsShifts,
                "-lsr-preferred-addressing-mode=" + (postIncrements ? "postindexed" : "none"),
                "-enable-gvn-memdep=" + searchesMemory);
    }
}
