// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.problem.Problem;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Module;

/** Warns of programs that would lie there and do nothing: a {@code main} runs if a task says so. */
public final class Programs {

    private Programs() {
    }

    /** @param interfaces what each module, by its name in the topology, imports and exports */
    public static List<Problem> check(TopologyFile file, Map<String, ModuleInterface> interfaces) {
        List<Problem> problems = new ArrayList<>();
        for (Module module : file.topology().getModules()) {
            boolean isProgram = interfaces.get(module.getName()).exports().stream().anyMatch(export -> export.name().equals(Composer.START));
            boolean isStarted = file.topology().getTasks().stream()
                    .anyMatch(task -> task.getModule() == module && task.getFunction().equals(Composer.START));
            if (isProgram && !isStarted) {
                problems.add(Problem.warning(file.path(), file.source().position(module), Labels.of(module),
                        Labels.of(module) + " has a main, but nothing starts it",
                        "Add a task: <tasks name=\"run-%1$s\" module=\"%1$s\" function=\"%2$s\" periodMs=\"0\"/>.".formatted(module.getName(),
                                Composer.START)));
            }
        }
        return problems;
    }
}
