// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;

/** Adds new elements at the end of their lists. Subclasses say which. */
abstract class AddCommand extends Command {

    private final List<Addition<?>> additions = new ArrayList<>();

    private record Addition<T extends EObject>(EList<T> list, T element) {

        void apply() {
            list.add(element);
        }

        void revert() {
            list.remove(element);
        }
    }

    AddCommand(String label) {
        super(label);
    }

    /** To be called by {@link #prepare()}, in the order in which the elements are to be added. */
    final <T extends EObject> void add(EList<T> list, T element) {
        additions.add(new Addition<>(list, element));
    }

    /** Completes the new elements and calls {@link #add} for each; runs once, on execution. */
    abstract void prepare();

    @Override
    public final void execute() {
        prepare();
        redo();
    }

    @Override
    public final void redo() {
        additions.forEach(Addition::apply);
    }

    @Override
    public final void undo() {
        additions.reversed().forEach(Addition::revert);
    }
}
