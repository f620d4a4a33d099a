// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.Iterator;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Topology;

/** Names for new elements: each name stands for one element in the whole topology. */
public final class FreeName {

    private FreeName() {
    }

    /** {@code stem1}, {@code stem2}, ...: the first that nobody has. */
    public static String in(Topology topology, String stem) {
        return in(topology, stem, name -> false);
    }

    /** @param taken says of a name that no element has whether it is of no use all the same */
    public static String in(Topology topology, String stem, Predicate<String> taken) {
        int number = 1;
        while (isTaken(topology, null, stem + number) || taken.test(stem + number)) {
            number++;
        }
        return stem + number;
    }

    /** Whether another element than {@code self} has the name. */
    public static boolean isTaken(Topology topology, NamedElement self, String name) {
        for (Iterator<EObject> all = topology.eAllContents(); all.hasNext();) {
            if (all.next() instanceof NamedElement element && element != self && name.equals(element.getName())) {
                return true;
            }
        }
        return false;
    }
}
