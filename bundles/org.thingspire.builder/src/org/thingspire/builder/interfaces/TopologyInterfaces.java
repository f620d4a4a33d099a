// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Suggestion;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Wire;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;

/** Checks the names that a topology uses: interfaces of wires, functions of tasks. Needs no compiled module. */
public final class TopologyInterfaces {

    private final TopologyFile file;
    private final InterfaceCatalog declared;
    private final Undeclared undeclared;
    private final List<Problem> problems = new ArrayList<>();

    private TopologyInterfaces(TopologyFile file, InterfaceCatalog declared) {
        this.file = file;
        this.declared = declared;
        this.undeclared = new Undeclared(declared);
    }

    /** @param file a topology in which the validator found no errors */
    public static List<Problem> check(TopologyFile file, InterfaceCatalog declared) {
        TopologyInterfaces check = new TopologyInterfaces(file, declared);
        file.topology().getWires().forEach(check::wire);
        file.topology().getTasks().forEach(check::task);
        return check.problems;
    }

    private void wire(Wire wire) {
        warnIfUndeclared(wire, Literals.WIRE__INTERFACE, wire.getInterface());
    }

    private void task(Task task) {
        Optional<FunctionName> name = FunctionName.ofExport(task.getFunction());
        if (name.isEmpty()) {
            return;
        }
        warnIfUndeclared(task, Literals.TASK__FUNCTION, name.get().interfaceName());
        declared.find(name.get().interfaceName()).ifPresent(of -> taskFunction(task, name.get(), of));
    }

    private void taskFunction(Task task, FunctionName name, Interface of) {
        Optional<Function> function = of.function(name.function());
        if (function.isEmpty()) {
            problems.add(Problem.error(file.path(), position(task, Literals.TASK__FUNCTION), Labels.of(task),
                    "%s calls %s, but interface %s has no function \"%s\"".formatted(Labels.of(task), name, of.id(), name.function()),
                    Suggestion.remedy(name.function(), of.functionNames(), "functions")));
        } else if (!function.get().parameters().isEmpty() || function.get().result().isPresent()) {
            problems.add(Problem.error(file.path(), position(task, Literals.TASK__FUNCTION), Labels.of(task),
                    "%s calls %s, which takes or returns something".formatted(Labels.of(task), name),
                    "A task calls a function that takes and returns nothing."));
        }
    }

    private void warnIfUndeclared(EObject element, EAttribute attribute, String interfaceName) {
        if (undeclared.is(interfaceName)) {
            problems.add(Problem.warning(file.path(), position(element, attribute), Labels.of(element),
                    "no WIT file declares the interface %s".formatted(interfaceName), undeclared.remedy(interfaceName)));
        }
    }

    private Position position(EObject element, EAttribute attribute) {
        return file.source().position(element, attribute);
    }
}
