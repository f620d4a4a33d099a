// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.model.Dependents;

/** Removes an element and what makes no sense without it. What was removed before with another element is left alone. */
public final class DeleteCommand extends Command {

    private final Topology topology;
    private final EObject element;
    private final List<Removal> removals = new ArrayList<>();

    private record Removal(List<EObject> list, int index, EObject element) {

        void apply() {
            list.remove(index);
        }

        void revert() {
            list.add(index, element);
        }
    }

    public DeleteCommand(Topology topology, EObject element) {
        super("Delete");
        this.topology = topology;
        this.element = element;
    }

    @Override
    public void execute() {
        List<EObject> doomed = new ArrayList<>(Dependents.of(topology, element));
        doomed.add(element);
        for (EObject each : doomed) {
            if (each.eContainer() != null) {
                Removal removal = removalOf(each);
                removal.apply();
                removals.add(removal);
            }
        }
    }

    @Override
    public void redo() {
        removals.forEach(Removal::apply);
    }

    @Override
    public void undo() {
        removals.reversed().forEach(Removal::revert);
    }

    @SuppressWarnings("unchecked") // every containment of a topology is a list
    private static Removal removalOf(EObject element) {
        List<EObject> list = (List<EObject>) element.eContainer().eGet(element.eContainmentFeature());
        return new Removal(list, list.indexOf(element), element);
    }
}
