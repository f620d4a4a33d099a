// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Finds what needs itself. */
final class Cycles {

    private Cycles() {
    }

    /** Whether a chain of needs leads from {@code start} back to it. Bears chains of any length. */
    static <T> boolean needsItself(T start, Function<T, Collection<T>> needs) {
        Set<T> seen = new HashSet<>();
        Deque<T> open = new ArrayDeque<>(needs.apply(start));
        while (!open.isEmpty()) {
            T next = open.pop();
            if (next.equals(start)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(needs.apply(next));
            }
        }
        return false;
    }
}
