// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages quote what users wrote, and that may be a name of 70,000 letters: cut so that the message stays readable. */
final class Shortened {

    /** More than a path usually has. */
    private static final int LONGEST_WORD = 300;
    private static final int REST_OF_WORD = 100;
    private static final int LONGEST_MESSAGE = 4000;
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{%s})\\S{%s,}".formatted(REST_OF_WORD, LONGEST_WORD - REST_OF_WORD));

    private Shortened() {
    }

    static String text(String text) {
        String words = LONG_WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(whole(found.group(1)) + "..."));
        return words.length() <= LONGEST_MESSAGE ? words : whole(words.substring(0, LONGEST_MESSAGE)) + "...";
    }

    /** Without half a character at its end. */
    private static String whole(String cut) {
        return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
    }
}
