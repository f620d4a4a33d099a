// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.Iterator;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;

/** Every attribute and reference that the model calls required is there. */
final class RequiredCheck implements Check {

    @Override
    public void run(TopologyFile file, Findings findings) {
        check(file.topology(), findings);
        for (Iterator<EObject> all = file.topology().eAllContents(); all.hasNext();) {
            check(all.next(), findings);
        }
    }

    private static void check(EObject element, Findings findings) {
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            if (feature.isRequired() && isMissing(element, feature)) {
                findings.error(element, feature, Labels.of(element) + " has no " + feature.getName(),
                        "Set the attribute \"" + feature.getName() + "\".");
            }
        }
    }

    private static boolean isMissing(EObject element, EStructuralFeature feature) {
        return !element.eIsSet(feature) || element.eGet(feature) instanceof String text && text.isBlank();
    }
}
