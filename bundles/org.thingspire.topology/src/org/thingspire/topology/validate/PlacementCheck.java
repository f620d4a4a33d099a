// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.HashSet;
import java.util.Set;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Every module is on exactly one node. */
final class PlacementCheck implements Check {

    @Override
    public void run(TopologyFile file, Findings findings) {
        Set<Module> placed = new HashSet<>();
        for (Placement placement : file.topology().getPlacements()) {
            Module module = placement.getModule();
            if (module != null && !placed.add(module)) {
                findings.error(placement, Literals.PLACEMENT__MODULE, Labels.of(module) + " is placed twice",
                        "Remove one of its placements; for a second copy on another node, add a second module with the same source.");
            }
        }
        Deployment deployment = new Deployment(file.topology());
        for (Module module : file.topology().getModules()) {
            if (deployment.placementOf(module).isEmpty()) {
                findings.error(module, Labels.of(module) + " is not placed on a node",
                        "Place it: <placements module=\"" + module.getName() + "\" node=\"...\"/>.");
            }
        }
    }
}
