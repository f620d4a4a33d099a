// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.Optional;

import org.eclipse.gef.commands.Command;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.document.ModuleSources;

/**
 * Gives a new module its source file; to be executed when the module has its name. The file is there at once, not when the diagram
 * is saved, so that it can be opened. Undo takes it away again, unless somebody has written in it or it was there before.
 */
public final class CreateSourceCommand extends Command {

    private final ModuleSources sources;
    private final Topology topology;
    private final Module module;
    private String source;
    private Optional<String> text = Optional.empty();
    private boolean created;

    public CreateSourceCommand(ModuleSources sources, Topology topology, Module module) {
        super("Create Source");
        this.sources = sources;
        this.topology = topology;
        this.module = module;
    }

    @Override
    public void execute() {
        source = module.getSource();
        text = sources.beginning(topology, module);
        redo();
    }

    @Override
    public void redo() {
        text.ifPresent(beginning -> created = sources.create(source, beginning));
    }

    @Override
    public void undo() {
        if (created) {
            sources.removeUnchanged(source, text.orElseThrow());
        }
    }
}
