// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;

/**
 * The memory budgets of the modules on a node. Those without a budget take whole pages, which only the build can count.
 *
 * @param bytes sum of the budgets
 */
public record Usage(long bytes) {

    public static Usage of(Deployment deployment, Node node) {
        return new Usage(deployment.placementsOn(node).stream().mapToLong(Placement::getMemory).sum());
    }
}
