// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import org.thingspire.problem.Position;

/** Leaves the rule that can't be read; caught where declarations and the members of lists begin. Only the parser sees it. */
final class SyntaxError extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final transient String remedy;

    SyntaxError(Position position, String message, String remedy) {
        super(message, null, false, false);
        this.position = position;
        this.remedy = remedy;
    }

    void reportTo(Reporter reporter) {
        reporter.error(position, getMessage(), remedy);
    }
}
