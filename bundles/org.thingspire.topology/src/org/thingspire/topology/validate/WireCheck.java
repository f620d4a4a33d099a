// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Wire;

/** Wires join two modules that can reach each other, one wire for each import. */
final class WireCheck implements Check {

    private record Import(Module module, String interfaceName) {
    }

    @Override
    public void run(TopologyFile file, Findings findings) {
        Deployment deployment = new Deployment(file.topology());
        Map<Import, Wire> imports = new HashMap<>();
        for (Wire wire : file.topology().getWires()) {
            if (wire.getFrom() == null || wire.getTo() == null || wire.getInterface() == null) {
                continue;
            }
            checkUnique(wire, imports, findings);
            if (wire.getFrom() == wire.getTo()) {
                findings.error(wire, Literals.WIRE__TO, Labels.of(wire) + " joins a module to itself",
                        "A module runs one call at a time and would wait for itself: call the function directly in its source.");
            } else {
                checkReachable(deployment, wire, findings);
            }
        }
    }

    private static void checkUnique(Wire wire, Map<Import, Wire> imports, Findings findings) {
        Wire other = imports.putIfAbsent(new Import(wire.getFrom(), wire.getInterface()), wire);
        if (other != null) {
            findings.error(wire, Literals.WIRE__INTERFACE, Labels.of(wire) + " is for the import \"" + wire.getInterface()
                    + "\", which is already joined to " + Labels.of(other.getTo()), "Remove one of the two wires.");
        }
    }

    private static void checkReachable(Deployment deployment, Wire wire, Findings findings) {
        Optional<Node> from = deployment.nodeOf(wire.getFrom());
        Optional<Node> to = deployment.nodeOf(wire.getTo());
        if (from.isPresent() && to.isPresent() && !deployment.isReachable(from.get(), to.get())) {
            findings.error(wire, Labels.of(wire) + " leads from " + Labels.of(from.get()) + " to " + Labels.of(to.get())
                    + ", but no link joins them",
                    "Add a link between the two nodes, or place both modules on one node: a call goes over"
                            + " one link, not over several.");
        }
    }
}
