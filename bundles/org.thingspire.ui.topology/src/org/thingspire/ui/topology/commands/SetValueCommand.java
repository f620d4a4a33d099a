// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.Objects;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.gef.commands.Command;

/** Changes one attribute of one element, for the properties view and for names edited in the diagram. */
public final class SetValueCommand extends Command {

    private final EObject element;
    private final EStructuralFeature feature;
    private final Object value;
    private Object oldValue;
    private boolean wasSet;

    /** @param value null: takes the attribute away, so that its default holds */
    public SetValueCommand(EObject element, EStructuralFeature feature, Object value) {
        super("Change " + feature.getName());
        this.element = element;
        this.feature = feature;
        this.value = value;
    }

    @Override
    public boolean canExecute() {
        return value == null ? element.eIsSet(feature)
                : !Objects.equals(value, element.eGet(feature)) || feature.isUnsettable() && !element.eIsSet(feature);
    }

    @Override
    public void execute() {
        wasSet = element.eIsSet(feature);
        oldValue = element.eGet(feature);
        redo();
    }

    @Override
    public void redo() {
        if (value == null) {
            element.eUnset(feature);
        } else {
            element.eSet(feature, value);
        }
    }

    @Override
    public void undo() {
        if (wasSet) {
            element.eSet(feature, oldValue);
        } else {
            element.eUnset(feature);
        }
    }
}
