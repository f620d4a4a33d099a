// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.HashMap;
import java.util.Map;

import org.thingspire.wit.parse.Reporter;
import org.thingspire.wit.syntax.Name;

/** Finds names that are given twice in one scope. */
final class Duplicates {

    private final Reporter reporter;
    private final String scope;
    private final Map<String, Name> seen = new HashMap<>();

    /** @param scope for messages: {@code record "reading"} */
    Duplicates(Reporter reporter, String scope) {
        this.reporter = reporter;
        this.scope = scope;
    }

    /** Whether the name is new; if it is not, that is reported. */
    boolean isNew(Name name) {
        Name earlier = seen.putIfAbsent(name.key(), name);
        if (earlier == null) {
            return true;
        }
        String alike = earlier.text().equals(name.text()) ? "" : ", and names differ by more than small and large letters";
        reporter.error(name.position(), "\"%s\" is declared twice in %s, first in line %s%s"
                .formatted(name.text(), scope, earlier.position().line(), alike), "Give one of them another name.");
        return false;
    }
}
