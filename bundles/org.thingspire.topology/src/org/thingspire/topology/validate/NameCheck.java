// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.Iterator;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.topology.Labels;
import org.thingspire.topology.Names;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Names keep to the rule, and no two elements share one. */
final class NameCheck implements Check {

    @Override
    public void run(TopologyFile file, Findings findings) {
        check(file.topology(), Literals.TOPOLOGY__NAME, file.topology().getName(), findings);
        for (Iterator<EObject> all = file.topology().eAllContents(); all.hasNext();) {
            if (all.next() instanceof NamedElement element) {
                check(element, Literals.NAMED_ELEMENT__NAME, element.getName(), findings);
            }
        }
        findings.addAll(Names.duplicates(file));
    }

    private static void check(EObject element, EStructuralFeature feature, String name, Findings findings) {
        if (name != null && !name.isBlank() && !Names.isValid(name)) {
            findings.error(element, feature, "\"" + name + "\" can not be the name of a " + Labels.kind(element), Names.RULE);
        }
    }
}
