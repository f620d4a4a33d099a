// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.rule.MemorySizes;

/**
 * Whether what a module's memory holds from the start, its stack and its data, is below the budget of its placement. What is
 * above traps when it is touched, so somebody should know before.
 */
public final class BudgetCheck {

    private final TopologyFile file;

    public BudgetCheck(TopologyFile file) {
        this.file = file;
    }

    /**
     * @param interfaces by the module's name
     * @throws UserException if a module needs more than its budget: by how many bytes, at the line of its placement
     */
    public void run(Map<String, ModuleInterface> interfaces) {
        List<Problem> problems = new ArrayList<>();
        for (Placement placement : file.topology().getPlacements()) {
            long needed = needed(interfaces.get(placement.getModule().getName()));
            if (placement.isSetMemory() && needed > placement.getMemory()) {
                problems.add(problem(placement, needed));
            }
        }
        UserException.throwIfErrors(problems);
    }

    private static long needed(ModuleInterface module) {
        return Math.max(module.dataEnd(), module.heapBase().orElse(0));
    }

    private Problem problem(Placement placement, long needed) {
        String source = placement.getModule().getSource();
        int budget = placement.getMemory();
        long enough = MemorySizes.smallestBudget(needed);
        String orStack = placement.isSetStack() ? ", or lower stack=\"" + placement.getStack() + "\"" : "";
        return Problem.error(file.path(), file.source().position(placement, Literals.PLACEMENT__MEMORY), Labels.of(placement),
                "stack and data of %s (%s) take %s bytes, which is %s more than its memory budget of %s".formatted(
                        Labels.of(placement.getModule()), source, needed, needed - budget, budget),
                "Write memory=\"%s\" or more, or make data in %s smaller%s.".formatted(enough, source, orStack));
    }
}
