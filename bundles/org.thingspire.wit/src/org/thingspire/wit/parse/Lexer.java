// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.problem.Position;
import org.thingspire.wit.parse.Token.Kind;

/** Cuts a file's text into tokens. What is none is reported and left out, so that the parser sees a file without it. */
final class Lexer {

    // Groups are repeated possessively: Java's regular expressions recurse otherwise, and a long name would end the stack.
    private static final Pattern WORD = Pattern.compile("%?[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern NAME = Pattern.compile("(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*+");
    /** Semantic Versioning 2.0. */
    private static final Pattern VERSION = Pattern.compile(
            "\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*+)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*+)?");
    private static final Pattern INTEGER = Pattern.compile("\\d+");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");
    private static final Pattern SIGN = Pattern.compile("->|[=,:;(){}<>/.@*]");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private final String text;
    private final Reporter reporter;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder docs = new StringBuilder();
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String text, Reporter reporter) {
        this.text = text;
        this.reporter = reporter;
        this.matcher = SPACE.matcher(text).useTransparentBounds(true);
    }

    /** All tokens; the last one is of the kind {@code END}. */
    List<Token> read() {
        while (at < text.length()) {
            if (matches(SPACE)) {
                advance(matcher.end());
            } else if (text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (matches(WORD)) {
                word();
            } else if (matches(VERSION)) {
                token(Kind.VERSION, matcher.group());
            } else if (matches(INTEGER)) {
                token(Kind.INTEGER, matcher.group());
            } else if (matches(STRING)) {
                token(Kind.STRING, text.substring(at + 1, matcher.end() - 1));
            } else if (matches(SIGN)) {
                token(Kind.SIGN, matcher.group());
            } else {
                garbage();
            }
        }
        tokens.add(new Token(Kind.END, "", position(), ""));
        return tokens;
    }

    private boolean matches(Pattern pattern) {
        return matcher.usePattern(pattern).region(at, text.length()).lookingAt();
    }

    private void word() {
        String word = matcher.group();
        if (word.endsWith("-") && text.startsWith(">", matcher.end())) {
            word = word.substring(0, word.length() - 1); // an arrow right after the name
        }
        boolean escaped = word.startsWith("%");
        String name = escaped ? word.substring(1) : word;
        if (name.equals("_")) {
            token(Kind.SIGN, name, word.length());
        } else if (!escaped && Keywords.contains(name)) {
            token(Kind.KEYWORD, name, word.length());
        } else {
            if (!NAME.matcher(name).matches()) {
                reporter.error(position(), "\"%s\" can not be a name".formatted(name),
                        "Join words of small letters and digits with hyphens: \"%s\".".formatted(mended(name)));
            }
            token(Kind.NAME, name, word.length());
        }
    }

    /** {@code roomTemperature} and {@code room_temperature} become {@code room-temperature}. */
    private static String mended(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
        String mended = words.replaceAll("-+", "-").replaceAll("^[-0-9]+|-$", "");
        return mended.isEmpty() ? "my-name" : mended;
    }

    private void token(Kind kind, String content) {
        token(kind, content, matcher.end() - at);
    }

    /** @param length in the file */
    private void token(Kind kind, String content, int length) {
        tokens.add(new Token(kind, content, position(), docs.toString()));
        docs.setLength(0);
        advance(at + length);
    }

    private void lineComment() {
        int end = text.indexOf('\n', at);
        String comment = text.substring(at, end < 0 ? text.length() : end);
        if (comment.startsWith("///") && !comment.startsWith("////")) {
            document(comment.substring(3).strip());
        }
        advance(at + comment.length());
    }

    /** They can be nested. */
    private void blockComment() {
        int depth = 0;
        int end = at;
        do {
            if (text.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (text.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        } while (depth > 0 && end < text.length());
        if (depth > 0) {
            reporter.error(position(), "this comment does not end", "Write */ after it; each /* in it needs one of its own.");
            end = text.length();
        } else if (text.startsWith("/**", at) && end - at > 4) {
            text.substring(at + 3, end - 2).lines().map(each -> each.strip().replaceFirst("^\\*\\s*", "")).filter(each -> !each.isEmpty())
                    .forEach(this::document);
        }
        advance(end);
    }

    private void document(String comment) {
        docs.append(docs.isEmpty() ? "" : "\n").append(comment);
    }

    /** One message for all that stands together. */
    private void garbage() {
        Position position = position();
        int end = at;
        do {
            end += Character.charCount(text.codePointAt(end));
        } while (end < text.length() && isGarbage(end));
        String shown = text.substring(at, end);
        if (shown.startsWith("\"")) {
            reporter.error(position, "this string does not end in its line", "Write \" after it.");
        } else {
            reporter.error(position, "WIT has no \"%s\"".formatted(printable(shown)), "Remove it.");
        }
        advance(end);
    }

    private boolean isGarbage(int index) {
        char c = text.charAt(index);
        return !Character.isWhitespace(c) && !Character.isLetterOrDigit(c) && "_%\"=,:;(){}<>/.@*-".indexOf(c) < 0;
    }

    private static String printable(String garbage) {
        StringBuilder shown = new StringBuilder();
        garbage.codePoints().limit(20).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\u{%x}".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private void advance(int end) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        at = end;
    }

    private Position position() {
        return new Position(line, at - lineStart + 1);
    }
}
