// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.model.Unplaced;

/** Makes the part for each element that the diagram shows. */
public final class PartFactory implements EditPartFactory {

    private final DiagramContext context;

    public PartFactory(DiagramContext context) {
        this.context = context;
    }

    @Override
    public EditPart createEditPart(EditPart parent, Object model) {
        EditPart part = switch (model) {
            case Topology topology -> new DiagramPart(context);
            case Node node -> new NodePart(context);
            case Unplaced tray -> new UnplacedPart(context);
            case Module module -> new ModulePart(context);
            case Wire wire -> new WirePart(context);
            case Link link -> new LinkPart(context);
            default -> throw new IllegalArgumentException("no part for " + model);
        };
        part.setModel(model);
        return part;
    }
}
