// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.HashSet;
import java.util.Set;

import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Every node is at one place in the diagram. Only warns: nothing that is built depends on it. */
final class LayoutCheck implements Check {

    @Override
    public void run(TopologyFile file, Findings findings) {
        if (file.topology().getLayout() == null) {
            return;
        }
        Set<Node> seen = new HashSet<>();
        for (Bounds bounds : file.topology().getLayout().getBounds()) {
            if (bounds.getOf() != null && !seen.add(bounds.getOf())) {
                findings.warning(bounds, Literals.BOUNDS__OF, Labels.of(bounds.getOf()) + " is at two places in the diagram",
                        "Remove one of its bounds; the first counts.");
            }
        }
    }
}
