// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.properties;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.ui.topology.commands.PlaceModuleCommand;
import org.thingspire.ui.topology.commands.RenameCommand;
import org.thingspire.ui.topology.commands.SetValueCommand;

/**
 * One attribute or reference of an element in the Properties view.
 *
 * @param choices what it can be; empty: any text
 */
record Property(Topology topology, EObject element, EStructuralFeature feature, List<String> choices, String category) {

    static Property of(Topology topology, EObject element, EStructuralFeature feature, BoardCatalog boards, String category) {
        Stream<String> choices = Stream.empty();
        if (feature == Literals.NODE__BOARD) {
            choices = boards.names().stream();
        } else if (feature.getEType() instanceof EEnum type) {
            choices = type.getELiterals().stream().map(EEnumLiteral::getLiteral);
        } else if (feature instanceof EReference reference) {
            List<? extends NamedElement> targets = reference.getEReferenceType() == Literals.NODE ? topology.getNodes() : topology.getModules();
            choices = targets.stream().map(NamedElement::getName);
        }
        return new Property(topology, element, feature, choices.toList(), category);
    }

    /** Unlike the record itself, the same for the same attribute later on. */
    Object id() {
        return List.of(category, feature.getName());
    }

    IPropertyDescriptor descriptor() {
        PropertyDescriptor descriptor;
        if (choices.isEmpty()) {
            descriptor = new TextPropertyDescriptor(id(), feature.getName());
            descriptor.setValidator(validator());
        } else {
            descriptor = new ComboBoxPropertyDescriptor(id(), feature.getName(), choices.toArray(String[]::new));
            descriptor.setLabelProvider(new ChoiceLabels(choices));
        }
        descriptor.setCategory(category.isEmpty() ? "General" : category);
        descriptor.setDescription(EcoreUtil.getDocumentation(feature));
        return descriptor;
    }

    private ICellEditorValidator validator() {
        if (element instanceof NamedElement named && feature == Literals.NAMED_ELEMENT__NAME) {
            return value -> RenameCommand.whyNot(topology, named, (String) value).orElse(null);
        }
        if (feature.getEType() == EcorePackage.Literals.EINT) {
            return value -> isNumber((String) value) ? null : "Use a whole number, or nothing for the default.";
        }
        return null;
    }

    private static boolean isNumber(String text) {
        return text.isBlank() || text.strip().matches("-?\\d{1,9}");
    }

    /** As the cell editors want it: the index of a choice, or a text. */
    Object shown() {
        Object value = element.eGet(feature);
        String text = value == null || feature.isUnsettable() && !element.eIsSet(feature) ? ""
                : value instanceof NamedElement named ? named.getName() : EcoreUtil.convertToString(dataTypeOf(value), value);
        return choices.isEmpty() ? text : choices.indexOf(text);
    }

    private EDataType dataTypeOf(Object value) {
        return Objects.requireNonNull((EDataType) feature.getEType(), () -> "no type for " + value);
    }

    boolean isSet() {
        return element.eIsSet(feature);
    }

    Command reset() {
        return new SetValueCommand(element, feature, null);
    }

    /** @param value from the cell editor */
    Command change(Object value) {
        String text = choices.isEmpty() ? ((String) value).strip() : (Integer) value < 0 ? "" : choices.get((Integer) value);
        if (element instanceof NamedElement named && feature == Literals.NAMED_ELEMENT__NAME) {
            return new RenameCommand(topology, named, text);
        }
        if (text.isEmpty()) {
            return reset();
        }
        if (feature instanceof EReference reference) {
            return refer(reference, text);
        }
        return new SetValueCommand(element, feature, EcoreUtil.createFromString((EDataType) feature.getEType(), text));
    }

    private Command refer(EReference reference, String name) {
        List<? extends NamedElement> targets = reference.getEReferenceType() == Literals.NODE ? topology.getNodes() : topology.getModules();
        NamedElement target = targets.stream().filter(each -> name.equals(each.getName())).findFirst().orElseThrow();
        return element instanceof Placement placement ? new PlaceModuleCommand(topology, placement.getModule(), (Node) target)
                : new SetValueCommand(element, reference, target);
    }

    /** Shows the choice, not its index. */
    private static final class ChoiceLabels extends LabelProvider {

        private final List<String> choices;

        ChoiceLabels(List<String> choices) {
            this.choices = choices;
        }

        @Override
        public String getText(Object index) {
            return index instanceof Integer i && i >= 0 && i < choices.size() ? choices.get(i) : "";
        }
    }
}
