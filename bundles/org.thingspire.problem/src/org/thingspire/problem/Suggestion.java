// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** The remedy for a name that nobody knows: the known name it was probably meant to be, or else all of them. */
public final class Suggestion {

    private Suggestion() {
    }

    /**
     * A whole sentence for {@link Problem#remedy()}.
     *
     * @param wrong the name as the user wrote it
     * @param known the names that would have been right
     * @param plural what the known names are, such as {@code modules}
     */
    public static String remedy(String wrong, Collection<String> known, String plural) {
        if (known.isEmpty()) {
            return "There are no " + plural + " yet.";
        }
        return nearest(wrong, known)
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElseGet(() -> "Known " + plural + ": " + String.join(", ", new TreeSet<>(known)) + ".");
    }

    /** The known name that is so near to {@code wrong} that a slip of the fingers explains it. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        int slips = Math.max(1, wrong.length() / 3);
        return known.stream()
                .filter(name -> distance(wrong, name) <= slips)
                .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters are to be inserted, removed, replaced or swapped with their neighbor (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
