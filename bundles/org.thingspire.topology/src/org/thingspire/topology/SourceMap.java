// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Where the elements of a topology stand in the text that they were read from: problems need the line, small edits the
 * exact characters. Holds start tags only; they carry everything of a topology but extra sources.
 */
public final class SourceMap {

    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>/\"']+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final String text;
    private final int[] lineStarts;
    private final Map<EObject, Span> tags = new IdentityHashMap<>();

    /** Characters from {@code start} up to, not including, {@code end}. */
    private record Span(int start, int end) {
    }

    SourceMap(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(IntStream.of(0), LINE_BREAK.matcher(text).results().mapToInt(r -> r.end())).toArray();
    }

    /** For a topology that was never in a file. */
    static SourceMap empty() {
        return new SourceMap("");
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Where the start tag of an element begins; {@link Position#NONE} if the element was not in the text. */
    public Position position(EObject element) {
        Span tag = tags.get(element);
        return tag == null ? Position.NONE : positionAt(tag.start());
    }

    /** Where an attribute of an element begins; if it is not there, where the element begins. */
    public Position position(EObject element, EStructuralFeature attribute) {
        return position(element, attribute.getName());
    }

    Position position(EObject element, String attribute) {
        Span tag = tags.get(element);
        if (tag == null) {
            return Position.NONE;
        }
        return positionAt(attribute(tag, attribute).map(MatchResult::start).orElse(tag.start()));
    }

    /** The text with one attribute of one element changed or added, and every other character as it was. */
    String withAttribute(EObject element, EStructuralFeature attribute, String newValue) {
        Span tag = tags.get(element);
        MatchResult found = attribute(tag, attribute.getName()).orElse(null);
        if (found == null) {
            int end = tag.end() - (text.startsWith("/>", tag.end() - 2) ? 2 : 1);
            return text.substring(0, end) + " " + attribute.getName() + "=\"" + escaped(newValue) + "\"" + text.substring(end);
        }
        int group = found.group(2) != null ? 2 : 3;
        return text.substring(0, found.start(group)) + escaped(newValue) + text.substring(found.end(group));
    }

    /** Notes that the start tag of {@code element} ends just before this place, as the XML parser counts: from 1. */
    void tagEndsAt(EObject element, int line, int column) {
        tags.put(element, tagBefore(line, column));
    }

    /** Where the start tag begins that ends just before this place. */
    Position tagEndingAt(int line, int column) {
        return positionAt(tagBefore(line, column).start());
    }

    private Span tagBefore(int line, int column) {
        int end = Math.min(text.length(), lineStarts[line - 1] + column - 1);
        // No '<' can be inside a tag: XML wants it escaped even in attribute values.
        return new Span(text.lastIndexOf('<', end - 1), end);
    }

    private Optional<MatchResult> attribute(Span tag, String name) {
        return ATTRIBUTE.matcher(text).region(tag.start(), tag.end()).results().filter(r -> r.group(1).equals(name)).findFirst();
    }

    private Position positionAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("'", "&apos;");
    }
}
