// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Tasks have a period and a priority that the runtime can do. */
final class TaskCheck implements Check {

    /** The priorities that the runtime leaves to tasks: TS_PRIORITY_LOWEST and TS_PRIORITY_HIGHEST of its thread.h. */
    private static final int LOWEST_PRIORITY = 1;
    private static final int HIGHEST_PRIORITY = 30;

    @Override
    public void run(TopologyFile file, Findings findings) {
        for (Task task : file.topology().getTasks()) {
            if (task.isSetPeriodMs() && task.getPeriodMs() < 0) {
                findings.error(task, Literals.TASK__PERIOD_MS, Labels.of(task) + " has a period of " + task.getPeriodMs() + " ms",
                        "Use 1 or more, or 0 to call the function once at start.");
            }
            if (task.getPriority() < LOWEST_PRIORITY || task.getPriority() > HIGHEST_PRIORITY) {
                findings.error(task, Literals.TASK__PRIORITY, Labels.of(task) + " has the priority " + task.getPriority(),
                        "Use " + LOWEST_PRIORITY + " (lowest) to " + HIGHEST_PRIORITY + " (highest).");
            }
        }
    }
}
