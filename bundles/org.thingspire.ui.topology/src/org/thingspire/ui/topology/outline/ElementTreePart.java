// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.gef.editparts.AbstractTreeEditPart;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.figures.Theme;
import org.thingspire.ui.topology.model.Unplaced;

/** One line of the outline. */
final class ElementTreePart extends AbstractTreeEditPart {

    private final LocalResourceManager images;

    ElementTreePart(Object model, LocalResourceManager images) {
        super(model);
        this.images = images;
    }

    /** The one that is shown, which may be on its way out because another is loaded. */
    private Topology topology() {
        return getParent() instanceof ElementTreePart parent ? parent.topology() : (Topology) getModel();
    }

    void refreshAll() {
        refresh();
        getChildren().forEach(child -> ((ElementTreePart) child).refreshAll());
    }

    @Override
    protected List<?> getModelChildren() {
        return switch (getModel()) {
            case Topology root -> childrenOf(root);
            case Node node -> childrenOf(node);
            case Module module -> childrenOf(module);
            case Unplaced tray -> tray.modules();
            default -> List.of();
        };
    }

    private static List<Object> childrenOf(Topology root) {
        List<Object> children = new ArrayList<>(root.getNodes());
        children.addAll(root.getLinks());
        Unplaced unplaced = new Unplaced(root);
        if (!unplaced.modules().isEmpty()) {
            children.add(unplaced);
        }
        return children;
    }

    private List<Object> childrenOf(Node node) {
        List<Object> children = new ArrayList<>(
                new Deployment(topology()).placementsOn(node).stream().map(Placement::getModule).toList());
        children.addAll(node.getSensors());
        return children;
    }

    private List<Object> childrenOf(Module module) {
        List<Object> children = new ArrayList<>(new Deployment(topology()).wiresFrom(module));
        topology().getTasks().stream().filter(task -> task.getModule() == module).forEach(children::add);
        return children;
    }

    @Override
    protected String getText() {
        return switch (getModel()) {
            case Wire wire -> "\u2192 " + wire.getTo().getName();
            case Link link -> link.getName() + " (" + link.getA().getName() + " \u2013 " + link.getB().getName() + ")";
            case NamedElement element -> element.getName();
            case Unplaced tray -> "Not placed";
            case Topology root -> root.getName();
            default -> "";
        };
    }

    @Override
    protected Image getImage() {
        String icon = switch (getModel()) {
            case Node node -> node.getKind().getLiteral();
            case NamedElement element -> Labels.kind(element).toLowerCase(Locale.ROOT);
            case Wire wire -> "wire";
            case Unplaced tray -> "tray";
            default -> "topology";
        };
        return images.create(Theme.descriptor(icon));
    }
}
