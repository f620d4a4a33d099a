// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.builder.module.CSources.Place;
import org.thingspire.problem.Problem;

/** Whether each name is exported once: wasm-ld does not look, and makes a module that is invalid. */
record ExportCheck(String module, CSources sources) {

    /** @param taken what the linker itself exports */
    List<Problem> run(ModuleInterface linked, Set<String> taken) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>(taken);
        for (ModuleInterface.Export export : linked.exports()) {
            if (!seen.add(export.name())) {
                problems.add(problem(export.name(), taken.contains(export.name())));
            }
        }
        return problems;
    }

    private Problem problem(String name, boolean byLinker) {
        List<Place> places = sources.strings(name);
        Place last = places.isEmpty() ? sources.first() : places.getLast();
        String message = byLinker ? "\"%s\" is exported by every module itself".formatted(name)
                : places.size() < 2 ? "\"%s\" is exported twice".formatted(name)
                : "\"%s\" is exported here and in %s".formatted(name, sources.shown(places.getFirst()));
        return Problem.error(last.file(), last.position(), module, message, "Give one of them another name.");
    }
}
