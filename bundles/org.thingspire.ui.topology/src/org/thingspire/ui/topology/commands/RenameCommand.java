// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.Optional;

import org.eclipse.gef.commands.Command;
import org.thingspire.topology.Names;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.model.FreeName;

/** Gives an element another name. References are to the element, so they follow. */
public final class RenameCommand extends Command {

    private final Topology topology;
    private final NamedElement element;
    private final String name;
    private String oldName;

    public RenameCommand(Topology topology, NamedElement element, String name) {
        super("Rename");
        this.topology = topology;
        this.element = element;
        this.name = name;
    }

    /** What is wrong with a name for an element, as a message that says what to do; empty if nothing. */
    public static Optional<String> whyNot(Topology topology, NamedElement element, String name) {
        if (!Names.isValid(name)) {
            return Optional.of(Names.RULE);
        }
        return FreeName.isTaken(topology, element, name) ? Optional.of("\"" + name + "\" is taken: use another name.") : Optional.empty();
    }

    @Override
    public boolean canExecute() {
        return !name.equals(element.getName()) && whyNot(topology, element, name).isEmpty();
    }

    @Override
    public void execute() {
        oldName = element.getName();
        redo();
    }

    @Override
    public void redo() {
        element.setName(name);
    }

    @Override
    public void undo() {
        element.setName(oldName);
    }
}
