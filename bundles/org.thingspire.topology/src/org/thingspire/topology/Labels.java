// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.Locale;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/** How elements of a topology are called in messages: {@code module "control"}, {@code wire from "control" to "history"}. */
public final class Labels {

    private Labels() {
    }

    public static String of(EObject element) {
        return kind(element) + switch (element) {
            case Topology topology -> name(" ", topology.getName());
            case Placement placement -> name(" of ", nameOf(placement.getModule()));
            case Bounds bounds -> name(" of ", nameOf(bounds.getOf()));
            case Wire wire -> name(" from ", nameOf(wire.getFrom())) + name(" to ", nameOf(wire.getTo()));
            case NamedElement named -> name(" ", nameOf(named));
            default -> "";
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
        return element == null ? null : element.getName();
    }

    /** Nothing while there is no name: an element in the making is called by its kind alone. */
    private static String name(String before, String name) {
        return name == null || name.isBlank() ? "" : before + "\"" + name + "\"";
    }
}
