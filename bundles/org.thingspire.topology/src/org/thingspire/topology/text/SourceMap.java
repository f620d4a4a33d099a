// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.text;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.problem.Position;
import org.thingspire.topology.text.Tag.Attribute;

/**
 * Where the elements of a model stand in the text that they were read from: problems need the line, {@link Patch} the exact
 * characters. Holds start tags only; they carry everything of a topology but extra sources.
 */
public final class SourceMap {

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final String text;
    private final int[] lineStarts;
    /** Their elements' ends are not known while a text is read. */
    private final Map<EObject, Tag> tags = new IdentityHashMap<>();

    public SourceMap(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(IntStream.of(0), LINE_BREAK.matcher(text).results().mapToInt(r -> r.end())).toArray();
    }

    /** For a model that was never in a file. */
    public static SourceMap empty() {
        return new SourceMap("");
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Where the start tag of an element begins; {@link Position#NONE} if the element was not in the text. */
    public Position position(EObject element) {
        Tag tag = tags.get(element);
        return tag == null ? Position.NONE : positionAt(tag.start());
    }

    /** Where an attribute of an element begins; if it is not there, where the element begins. */
    public Position position(EObject element, EStructuralFeature attribute) {
        return position(element, attribute.getName());
    }

    /** The same by the attribute's name. */
    public Position position(EObject element, String attribute) {
        Tag tag = tags.get(element);
        if (tag == null) {
            return Position.NONE;
        }
        return positionAt(Optional.ofNullable(tag.attributes().get(attribute)).map(Attribute::nameFrom).orElse(tag.start()));
    }

    /** Notes that the start tag of {@code element} ends just before this place, as the XML parser counts: from 1. */
    public void tagEndsAt(EObject element, int line, int column) {
        tags.put(element, tagBefore(line, column));
    }

    /** Where the start tag begins that ends just before this place. */
    public Position tagEndingAt(int line, int column) {
        return positionAt(tagBefore(line, column).start());
    }

    /** The same for a copy of the model: element for element in the same order. */
    public SourceMap of(List<EObject> elements, List<EObject> copies) {
        SourceMap map = new SourceMap(text);
        for (int i = 0; i < elements.size(); i++) {
            if (tags.containsKey(elements.get(i))) {
                map.tags.put(copies.get(i), tags.get(elements.get(i)));
            }
        }
        return map;
    }

    /** The text without the lines of an element. */
    public String without(EObject element) {
        Tag tag = tags().get(element);
        return tag == null ? text : Edit.apply(List.of(Edit.remove(tag)), text);
    }

    /** The tag of each element; to be asked when all of the text has been read. */
    Map<EObject, Tag> tags() {
        Map<Integer, Tag> whole = Tag.all(text).stream().collect(Collectors.toMap(Tag::start, Function.identity()));
        Map<EObject, Tag> byElement = new IdentityHashMap<>();
        tags.forEach((element, tag) -> byElement.put(element, whole.get(tag.start())));
        return byElement;
    }

    private Tag tagBefore(int line, int column) {
        int end = Math.min(text.length(), lineStarts[line - 1] + column - 1);
        // No '<' can be inside a tag: XML wants it escaped even in attribute values.
        return new Tag(text, text.lastIndexOf('<', end - 1), end, end);
    }

    private Position positionAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }
}
