// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.properties;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.commands.CommandStackEvent;
import org.eclipse.gef.commands.CommandStackEventListener;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.Topology;

/** Shows the attributes of an element; each change is a command, as in the diagram. */
public final class PropertiesPage extends PropertySheetPage implements CommandStackEventListener {

    private final CommandStack commands;

    public PropertiesPage(CommandStack commands, BoardCatalog boards, Supplier<Optional<Topology>> topology) {
        this.commands = commands;
        setPropertySourceProvider(selected -> selected instanceof EditPart part && part.getModel() instanceof EObject element
                ? topology.get().map(all -> new ElementProperties(all, element, boards, commands)).orElse(null)
                : null);
        commands.addCommandStackEventListener(this);
    }

    @Override
    public void stackChanged(CommandStackEvent event) {
        if (event.isPostChangeEvent() && getControl() != null && !getControl().isDisposed()) {
            refresh();
        }
    }

    @Override
    public void dispose() {
        commands.removeCommandStackEventListener(this);
        super.dispose();
    }
}
