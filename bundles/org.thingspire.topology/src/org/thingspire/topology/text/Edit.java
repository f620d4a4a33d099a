// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Characters from {@code from} up to, not including, {@code to}, and what stands in their place then. */
record Edit(int from, int to, String replacement) {

    static Edit insert(int at, String inserted) {
        return new Edit(at, at, inserted);
    }

    static Edit delete(int from, int to) {
        return new Edit(from, to, "");
    }

    /** Takes away an element, and its whole lines if nothing else is on them. */
    static Edit remove(Tag tag) {
        String text = tag.text();
        int from = tag.start();
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean alone = from > 0 && text.charAt(from - 1) == '\n' && tag.elementEnd() < text.length()
                && (text.charAt(tag.elementEnd()) == '\n' || text.startsWith("\r\n", tag.elementEnd()));
        return alone ? delete(from - (text.startsWith("\r\n", from - 2) ? 2 : 1), tag.elementEnd()) : delete(tag.start(), tag.elementEnd());
    }

    /**
     * The text with all edits in it. Of two that overlap (a child of what is removed), only the larger counts; insertions at one
     * place keep their order.
     */
    static String apply(List<Edit> edits, String text) {
        StringBuilder result = new StringBuilder(text);
        List<Edit> effective = edits.stream().filter(edit -> edits.stream().noneMatch(edit::isWithin)).toList();
        // From the end to the beginning; at one place, what is deleted before what is inserted, and of insertions the last first.
        List<Edit> ordered = new ArrayList<>(effective.reversed());
        ordered.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to).reversed());
        ordered.forEach(edit -> result.replace(edit.from(), edit.to(), edit.replacement()));
        return result.toString();
    }

    private boolean isWithin(Edit other) {
        boolean isInsertion = from == to;
        return isInsertion ? other.from < from && other.to > to : other.from <= from && other.to >= to && other.to - other.from > to - from;
    }
}
