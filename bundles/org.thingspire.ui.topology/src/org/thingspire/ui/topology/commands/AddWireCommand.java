// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import java.util.Optional;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.model.InterfaceName;
import org.thingspire.ui.topology.model.Port;

/**
 * Joins an import of one module to another module. Can begin at either end: at an exporting port, it leads to the module
 * that is to import the interface.
 */
public final class AddWireCommand extends AddCommand {

    private final Topology topology;
    private final Module start;
    private final Optional<Port> startPort;
    private Module end;
    private Optional<Port> endPort = Optional.empty();

    /** @param startPort the port under the mouse; empty if the wire begins at the module as a whole */
    public AddWireCommand(Topology topology, Module start, Optional<Port> startPort) {
        super("Add Wire");
        this.topology = topology;
        this.start = start;
        this.startPort = startPort;
    }

    /** The port at which the wire begins. */
    public Optional<Port> startPort() {
        return startPort;
    }

    /** Where the wire is to lead; a module of null while the mouse is over nothing. */
    public void setTarget(Module module, Optional<Port> port) {
        end = module;
        endPort = port;
    }

    @Override
    public boolean canExecute() {
        return end != null && end != start && topology.getWires().stream().noneMatch(
                wire -> wire.getFrom() == importer() && interfaceName().equals(wire.getInterface()));
    }

    @Override
    void prepare() {
        Wire wire = TopologyFactory.eINSTANCE.createWire();
        wire.setFrom(importer());
        wire.setInterface(interfaceName());
        wire.setTo(exporter());
        add(topology.getWires(), wire);
    }

    private boolean isReversed() {
        return startPort.filter(Port::isExport).isPresent();
    }

    private Module importer() {
        return isReversed() ? end : start;
    }

    private Module exporter() {
        return isReversed() ? start : end;
    }

    /** An exporting port decides; without one, the name that fits best to what the topology has already. */
    private String interfaceName() {
        Optional<Port> exporting = isReversed() ? startPort : endPort.filter(Port::isExport);
        return exporting.map(Port::interfaceName).orElseGet(() -> InterfaceName.suggest(topology, exporter()));
    }
}
