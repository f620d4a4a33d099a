// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.thingspire.problem.Problem;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.TopologyPackage;

/**
 * The rules for names. They are narrow because a name becomes a part of file names, C symbols and console prefixes; they
 * are unique over the whole topology because references are stored as names.
 */
public final class Names {

    /** What a name may be, in words for messages. */
    public static final String RULE = "Use small letters, digits and hyphens, beginning with a letter.";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private Names() {
    }

    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /** A problem for each element whose name an earlier element has already. */
    public static List<Problem> duplicates(TopologyFile file) {
        List<Problem> problems = new ArrayList<>();
        Map<String, NamedElement> first = new HashMap<>();
        for (Iterator<EObject> all = file.topology().eAllContents(); all.hasNext();) {
            if (all.next() instanceof NamedElement element && element.getName() != null) {
                NamedElement earlier = first.putIfAbsent(element.getName(), element);
                if (earlier != null) {
                    problems.add(duplicate(file, element, earlier));
                }
            }
        }
        return problems;
    }

    private static Problem duplicate(TopologyFile file, NamedElement element, NamedElement earlier) {
        int line = file.source().position(earlier).line();
        String place = line > 0 ? " in line " + line : "";
        return Problem.error(file.path(), file.source().position(element, TopologyPackage.Literals.NAMED_ELEMENT__NAME), Labels.of(element),
                Labels.of(element) + " has the same name as the " + Labels.kind(earlier) + place, "Give one of them another name.");
    }
}
