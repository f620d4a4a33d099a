// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.List;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;

/** The modules that are on no node: shown in a tray of their own, so that they can be dragged to one. */
public record Unplaced(Topology topology) {

    public List<Module> modules() {
        Deployment deployment = new Deployment(topology);
        return topology.getModules().stream().filter(module -> deployment.nodeOf(module).isEmpty()).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unplaced unplaced && unplaced.topology == topology;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(topology);
    }
}
