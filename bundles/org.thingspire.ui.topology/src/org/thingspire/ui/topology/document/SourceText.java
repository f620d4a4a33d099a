// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EObject;
import org.thingspire.topology.Position;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.TopologyWriter;
import org.thingspire.topology.UserException;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.document.Tag.Attribute;

/**
 * The text of a topology as the user wrote it. Changes are written into it: an attribute, a line for a new element, a line
 * less; comments and layout stay. What can't be written so is written in canonical form, as {@link TopologyWriter} does.
 */
final class SourceText {

    private static final String EXTRA_SOURCES = "extraSources";

    private final Path path;
    private final String text;
    private final Map<EObject, Tag> written = new IdentityHashMap<>();
    /** What the writer made of each element when the text was read: what differs from it later was changed. */
    private final Map<EObject, Tag> canonical;

    private record Edit(int from, int to, String replacement) {
    }

    /**
     * @param text of the file
     * @param topology what is in it; its elements are those that are going to change
     */
    SourceText(Path path, String text, Topology topology) {
        this.path = path;
        this.text = text;
        this.canonical = canonicalTags(topology);
        TopologyFile file = TopologyReader.parse(path, text);
        Map<Integer, Tag> byStart = new TreeMap<>();
        Tag.all(text).forEach(tag -> byStart.put(tag.start(), tag));
        List<EObject> ours = all(topology);
        List<EObject> theirs = all(file.topology());
        for (int i = 0; i < ours.size(); i++) {
            written.put(ours.get(i), byStart.get(offset(file.source().position(theirs.get(i)))));
        }
    }

    String text() {
        return text;
    }

    /** The text with everything that has changed in the topology since. */
    String with(Topology topology) {
        String wanted = TopologyWriter.toText(topology);
        try {
            String patched = patched(topology);
            return TopologyWriter.toText(TopologyReader.parse(path, patched).topology()).equals(wanted) ? patched : wanted;
        } catch (UserException e) {
            // Rather a file without comments than one that can't be read.
            return wanted;
        }
    }

    private String patched(Topology topology) {
        Map<EObject, Tag> now = canonicalTags(topology);
        List<Edit> edits = new ArrayList<>();
        for (EObject element : all(topology)) {
            if (written.get(element) != null) {
                changeAttributes(element, now.get(element), edits);
            } else if (written.get(element.eContainer()) != null) {
                insertionPoint(element).ifPresent(place -> edits.add(new Edit(place, place, "\n" + indent(element) + now.get(element).element())));
            }
        }
        written.forEach((element, tag) -> {
            if (!now.containsKey(element)) {
                edits.add(removal(tag));
            }
        });
        return apply(edits);
    }

    private void changeAttributes(EObject element, Tag now, List<Edit> edits) {
        Map<String, Attribute> before = canonical.get(element).attributes();
        Map<String, Attribute> after = now.attributes();
        Tag tag = written.get(element);
        Map<String, Attribute> inText = tag.attributes();
        after.forEach((name, attribute) -> {
            Attribute old = before.get(name);
            if (old == null || !old.value().equals(attribute.value())) {
                edits.add(setAttribute(tag, inText, attribute));
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).map(inText::get).filter(Objects::nonNull)
                .forEach(gone -> edits.add(new Edit(gone.from(), gone.to(), "")));
    }

    private static Edit setAttribute(Tag tag, Map<String, Attribute> inText, Attribute wanted) {
        Attribute there = inText.get(wanted.name());
        if (there != null) {
            return new Edit(there.valueFrom(), there.to() - 1, wanted.value());
        }
        int end = tag.end() - (tag.isSelfClosed() ? 2 : 1);
        return new Edit(end, end, " " + wanted.name() + "=\"" + wanted.value() + "\"");
    }

    /** After the last element of its list that is in the text; where there is none, at the end of the parent. */
    private Optional<Integer> insertionPoint(EObject element) {
        Optional<Tag> sibling = ((List<?>) element.eContainer().eGet(element.eContainmentFeature())).stream().map(written::get)
                .filter(Objects::nonNull).max(Comparator.comparingInt(Tag::elementEnd));
        if (sibling.isPresent()) {
            return sibling.map(Tag::elementEnd);
        }
        Tag parent = written.get(element.eContainer());
        if (parent.isSelfClosed()) {
            return Optional.empty();
        }
        int end = text.lastIndexOf('<', parent.elementEnd() - 1);
        while (end > parent.end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return Optional.of(end);
    }

    private static String indent(EObject element) {
        int depth = 0;
        for (EObject parent = element.eContainer(); parent != null; parent = parent.eContainer()) {
            depth++;
        }
        return "  ".repeat(depth);
    }

    /** The whole line, if nothing else is on it. */
    private Edit removal(Tag tag) {
        int from = tag.start();
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean alone = from > 0 && text.charAt(from - 1) == '\n' && tag.elementEnd() < text.length()
                && (text.charAt(tag.elementEnd()) == '\n' || text.startsWith("\r\n", tag.elementEnd()));
        return alone ? new Edit(from - 1, tag.elementEnd(), "") : new Edit(tag.start(), tag.elementEnd(), "");
    }

    /** From the end to the beginning; of two that overlap (a child of what is removed), only the larger. */
    private String apply(List<Edit> edits) {
        StringBuilder result = new StringBuilder(text);
        List<Edit> effective = edits.stream().filter(edit -> edits.stream().noneMatch(other -> other != edit && other.from() <= edit.from()
                && other.to() >= edit.to() && other.to() - other.from() > edit.to() - edit.from())).toList();
        // Stable, and new elements of one list go to one place: those that come later must be inserted first.
        List<Edit> ordered = new ArrayList<>(effective.reversed());
        ordered.sort(Comparator.comparingInt(Edit::from).reversed());
        ordered.forEach(edit -> result.replace(edit.from(), edit.to(), edit.replacement()));
        return result.toString();
    }

    private static Map<EObject, Tag> canonicalTags(Topology topology) {
        Iterator<Tag> tags = Tag.all(TopologyWriter.toText(topology)).stream().filter(tag -> !tag.isNamed(EXTRA_SOURCES)).iterator();
        Map<EObject, Tag> byElement = new IdentityHashMap<>();
        all(topology).forEach(element -> byElement.put(element, tags.next()));
        return byElement;
    }

    private static List<EObject> all(Topology topology) {
        List<EObject> elements = new ArrayList<>(List.of(topology));
        topology.eAllContents().forEachRemaining(elements::add);
        return elements;
    }

    private int offset(Position position) {
        int offset = 0;
        for (int line = 1; line < position.line(); line++) {
            offset = endOfLine(offset);
        }
        return offset + position.column() - 1;
    }

    /** After the line break, which may be of any kind. */
    private int endOfLine(int from) {
        int at = from;
        while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return text.startsWith("\r\n", at) ? at + 2 : at + 1;
    }
}
