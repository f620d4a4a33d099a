// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.rule.AllowedLink;

/** Links join two different nodes, once, in a way that the runtime can do. */
final class LinkCheck implements Check {

    @Override
    public void run(TopologyFile file, Findings findings) {
        Map<Set<Node>, Link> joined = new HashMap<>();
        for (Link link : file.topology().getLinks()) {
            checkDeadline(link, findings);
            if (link.getA() == null || link.getB() == null) {
                continue;
            }
            if (link.getA() == link.getB()) {
                findings.error(link, Literals.LINK__B, Labels.of(link) + " joins " + Labels.of(link.getA()) + " to itself",
                        "Modules on one node need no link: remove it or change one end.");
                continue;
            }
            checkTransport(link, findings);
            Link other = joined.putIfAbsent(Set.of(link.getA(), link.getB()), link);
            if (other != null) {
                findings.error(link, Labels.of(link) + " joins the same nodes as " + Labels.of(other), "Remove one of them.");
            }
        }
    }

    private static void checkDeadline(Link link, Findings findings) {
        if (link.getDeadlineMs() <= 0) {
            findings.error(link, Literals.LINK__DEADLINE_MS, Labels.of(link) + " has a deadline of " + link.getDeadlineMs() + " ms",
                    "Use at least 1; without the attribute it is " + Literals.LINK__DEADLINE_MS.getDefaultValue() + ".");
        }
    }

    private static void checkTransport(Link link, Findings findings) {
        if (!link.isSetTransport() || !link.getA().isSetKind() || !link.getB().isSetKind()) {
            return;
        }
        NodeKind a = link.getA().getKind();
        NodeKind b = link.getB().getKind();
        List<AllowedLink> allowed = AllowedLink.with(link.getTransport());
        if (allowed.isEmpty()) {
            findings.error(link, Literals.LINK__TRANSPORT,
                    Labels.of(link) + " has the transport " + link.getTransport() + ", which is not possible yet",
                    AllowedLink.TABLE.stream().map(row -> row.transport().getLiteral()).distinct().collect(Collectors.joining(" or ", "Use ", ".")));
        } else if (allowed.stream().noneMatch(row -> row.joins(a, b))) {
            findings.error(link, Literals.LINK__TRANSPORT, Labels.of(link) + " joins a node of kind " + a + " and one of kind " + b + " by "
                    + link.getTransport() + ", which is not possible yet",
                    allowed.stream().map(AllowedLink::nodes).collect(Collectors.joining(", or ", "Join ", ".")));
        }
    }
}
