// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.Locale;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/** How elements of a topology are called in messages: {@code module "control"}, {@code wire "control" -> "history"}. */
public final class Labels {

    private static final String UNNAMED = "?";

    private Labels() {
    }

    public static String of(EObject element) {
        return switch (element) {
            case Topology topology -> "topology " + quoted(topology.getName());
            case Placement placement -> "placement of " + nameOf(placement.getModule());
            case Wire wire -> "wire " + nameOf(wire.getFrom()) + " -> " + nameOf(wire.getTo());
            case NamedElement named -> kind(named) + " " + nameOf(named);
            default -> kind(element);
        };
    }

    /** What kind of element it is, as the design calls it: {@code module}, {@code node}, ... */
    public static String kind(EObject element) {
        return kind(element.eClass());
    }

    /** The same for all elements of a class. */
    public static String kind(EClass type) {
        return type.getName().toLowerCase(Locale.ROOT);
    }

    private static String nameOf(NamedElement element) {
        return quoted(element == null ? null : element.getName());
    }

    private static String quoted(String name) {
        return "\"" + (name == null ? UNNAMED : name) + "\"";
    }
}
