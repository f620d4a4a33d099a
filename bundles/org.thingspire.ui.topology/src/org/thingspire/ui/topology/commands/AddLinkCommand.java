// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.Transport;
import org.thingspire.topology.rule.AllowedLink;
import org.thingspire.ui.topology.model.FreeName;

/** Joins two machines that are not joined yet. */
public final class AddLinkCommand extends AddCommand {

    private final Topology topology;
    private final Node a;
    private Node b;

    public AddLinkCommand(Topology topology, Node a) {
        super("Add Link");
        this.topology = topology;
        this.a = a;
    }

    /** Where the link is to lead; null while the mouse is over nothing. */
    public void setTarget(Node node) {
        b = node;
    }

    @Override
    public boolean canExecute() {
        return b != null && b != a && new Deployment(topology).linkBetween(a, b).isEmpty();
    }

    @Override
    void prepare() {
        Link link = TopologyFactory.eINSTANCE.createLink();
        link.setName(FreeName.in(topology, "link"));
        link.setA(a);
        link.setB(b);
        // The validator says of what is not in the table that it is not possible.
        link.setTransport(AllowedLink.between(a.getKind(), b.getKind()).stream().map(AllowedLink::transport).findFirst().orElse(Transport.UART));
        add(topology.getLinks(), link);
    }
}
