// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.gef.commands.Command;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Wire;

/** Joins one end of a wire to another module. */
public final class MoveWireEndCommand extends Command {

    private final Wire wire;
    private final EReference end;
    private final Module module;
    private Object oldModule;

    private MoveWireEndCommand(Wire wire, EReference end, Module module) {
        super("Move Wire");
        this.wire = wire;
        this.end = end;
        this.module = module;
    }

    /** Lets another module do the importing. */
    public static MoveWireEndCommand from(Wire wire, Module module) {
        return new MoveWireEndCommand(wire, Literals.WIRE__FROM, module);
    }

    /** Lets another module serve the import. */
    public static MoveWireEndCommand to(Wire wire, Module module) {
        return new MoveWireEndCommand(wire, Literals.WIRE__TO, module);
    }

    @Override
    public boolean canExecute() {
        return module != wire.getFrom() && module != wire.getTo();
    }

    @Override
    public void execute() {
        oldModule = wire.eGet(end);
        redo();
    }

    @Override
    public void redo() {
        wire.eSet(end, module);
    }

    @Override
    public void undo() {
        wire.eSet(end, oldModule);
    }
}
