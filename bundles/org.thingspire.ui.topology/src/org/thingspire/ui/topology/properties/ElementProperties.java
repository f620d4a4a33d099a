// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** The properties of one element. A module's are those of its placement and tasks too, a node's its bounds: people see them as one thing. */
final class ElementProperties implements IPropertySource {

    /** What the element is a part of, and what is not the user's to say. */
    private static final Set<EStructuralFeature> NOT_SHOWN = Set.of(Literals.PLACEMENT__MODULE, Literals.TASK__MODULE, Literals.BOUNDS__OF,
            Literals.TOPOLOGY__VERSION, Literals.TOPOLOGY__LAYOUT);

    private final List<Property> properties = new ArrayList<>();
    private final CommandStack commands;

    ElementProperties(Topology topology, EObject element, BoardCatalog boards, CommandStack commands) {
        this.commands = commands;
        add(topology, element, boards, "");
        if (element instanceof Module module) {
            new Deployment(topology).placementOf(module).ifPresent(placement -> add(topology, placement, boards, "Placement"));
            topology.getTasks().stream().filter(task -> task.getModule() == module)
                    .forEach(task -> add(topology, task, boards, "Task " + task.getName()));
        }
        if (element instanceof Node node) {
            new DiagramLayout(topology).boundsOf(node).ifPresent(bounds -> add(topology, bounds, boards, "Diagram"));
        }
    }

    private void add(Topology topology, EObject element, BoardCatalog boards, String category) {
        element.eClass().getEAllStructuralFeatures().stream().filter(feature -> !feature.isMany()).filter(feature -> !NOT_SHOWN.contains(feature))
                .map(feature -> Property.of(topology, element, feature, boards, category)).forEach(properties::add);
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return properties.stream().map(Property::descriptor).toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return find(id).map(Property::shown).orElse(null);
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        find(id).map(property -> property.change(value)).filter(Command::canExecute).ifPresent(commands::execute);
    }

    @Override
    public boolean isPropertySet(Object id) {
        return find(id).filter(Property::isSet).isPresent();
    }

    @Override
    public void resetPropertyValue(Object id) {
        find(id).map(Property::reset).filter(Command::canExecute).ifPresent(commands::execute);
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    private Optional<Property> find(Object id) {
        return properties.stream().filter(property -> property.id().equals(id)).findFirst();
    }
}
