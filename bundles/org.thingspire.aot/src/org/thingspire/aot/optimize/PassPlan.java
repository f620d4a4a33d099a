// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize;

import org.thingspire.aot.api.Optimization;

/**
 * Which of LLVM's passes run at a level, in two rounds: the first makes code plain enough to see which checks can't fail, the second
 * makes the most of what is left. Written as in {@code opt -passes=...}.
 *
 * @param first         before checks are dropped
 * @param second        after that
 * @param unrollsLoops  whether bodies of loops may be repeated, beyond what was done when the module was made
 */
record PassPlan(String first, String second, boolean unrollsLoops) {

    /**
     * What brings variables into registers, invariants out of loops and comparisons into the form that {@link org.thingspire.aot.optimize.check.CheckElimination}
     * reads. A third of the time of {@code default<O1>}, and leaves nearly as few checks.
     */
    private static final String SIMPLIFY = "function(sroa<modify-cfg>,early-cse<memssa>,simplifycfg,loop-mssa(loop-rotate,licm),"
            + "instcombine<no-verify-fixpoint>,loop(indvars),early-cse,simplifycfg)";

    /**
     * Unrolling is for -O3: it makes kernels a few percent faster, and code of such loops two to three times as large and as long to
     * compile.
     */
    static PassPlan of(Optimization level) {
        return switch (level) {
            case O0 -> new PassPlan("", "default<O0>", false);
            case O1, O2 -> new PassPlan(SIMPLIFY, "default<" + level + ">", false);
            case O3 -> new PassPlan("default<O1>", "default<O3>", true);
            case Os -> new PassPlan("default<O1>", "default<Os>", false);
        };
    }
}
