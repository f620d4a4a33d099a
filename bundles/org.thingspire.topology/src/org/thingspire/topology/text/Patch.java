// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.thingspire.topology.text.Tag.Attribute;

/**
 * Writes into the user's text what has changed in a model since it was read from there: an attribute, a line for a new element, a
 * line less. Every other character stays. What has changed is what a writer of canonical text makes of the elements now and made
 * of them then.
 */
public final class Patch {

    private final String text;
    private final Map<EObject, Tag> written;
    private final Map<EObject, Tag> before;

    private Patch(String text, Map<EObject, Tag> written, Map<EObject, Tag> before) {
        this.text = text;
        this.written = written;
        this.before = before;
    }

    /**
     * To be made while the model is as it was read.
     *
     * @param source where its elements stand in the user's text
     * @param canonical the same model as the writer writes it
     * @param elements of the model in the writer's order
     * @param isElement whether a tag of the canonical text, given by its name, is one of the elements
     */
    public static Patch of(SourceMap source, String canonical, List<EObject> elements, Predicate<String> isElement) {
        return new Patch(source.text(), source.tags(), tags(canonical, elements, isElement));
    }

    /** The user's text with what is different now; the arguments are as for {@link #of}. */
    public String apply(String canonical, List<EObject> elements, Predicate<String> isElement) {
        Map<EObject, Tag> now = tags(canonical, elements, isElement);
        List<Edit> edits = new ArrayList<>();
        for (EObject element : elements) {
            if (written.get(element) != null) {
                changeAttributes(element, now.get(element), edits);
                changeValues(element, now.get(element), edits);
            } else if (written.get(element.eContainer()) != null) {
                String line = "\n" + indent(element) + now.get(element).element();
                insertionPoint(element, elements).ifPresent(place -> edits.add(Edit.insert(place, line.replace("\n", lineBreak()))));
            }
        }
        written.forEach((element, tag) -> {
            if (!now.containsKey(element)) {
                edits.add(Edit.remove(tag));
            }
        });
        return Edit.apply(edits, text);
    }

    private static Map<EObject, Tag> tags(String canonical, List<EObject> elements, Predicate<String> isElement) {
        Iterator<Tag> tags = Tag.all(canonical).stream().filter(tag -> isElement.test(tag.name())).iterator();
        Map<EObject, Tag> byElement = new IdentityHashMap<>();
        elements.forEach(element -> byElement.put(element, tags.next()));
        return byElement;
    }

    private void changeAttributes(EObject element, Tag now, List<Edit> edits) {
        Map<String, Attribute> old = Optional.ofNullable(before.get(element)).map(Tag::attributes).orElse(Map.of());
        Map<String, Attribute> wanted = now.attributes();
        Tag tag = written.get(element);
        Map<String, Attribute> inText = tag.attributes();
        wanted.forEach((name, attribute) -> {
            if (!old.containsKey(name) || !old.get(name).value().equals(attribute.value())) {
                edits.add(setAttribute(tag, inText, attribute));
            }
        });
        inText.forEach((name, attribute) -> {
            if (!wanted.containsKey(name) && (old.containsKey(name) || isForgotten(element, name))) {
                edits.add(Edit.delete(attribute.from(), attribute.to()));
            }
        });
    }

    /** Values that are written as elements, such as the extra sources of a module. More or less of them is left to the writer. */
    private void changeValues(EObject element, Tag now, List<Edit> edits) {
        if (element.eClass().getEAllAttributes().stream().noneMatch(EAttribute::isMany)) {
            return;
        }
        List<Tag> wanted = now.inner();
        List<Tag> old = before.get(element).inner();
        List<Tag> inText = written.get(element).inner();
        if (wanted.size() == old.size() && wanted.size() == inText.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.get(i).content().equals(old.get(i).content())) {
                    edits.add(new Edit(inText.get(i).end(), inText.get(i).contentEnd(), wanted.get(i).content()));
                }
            }
        }
    }

    /** Whether an attribute is of an older version of the format. */
    private static boolean isForgotten(EObject element, String name) {
        return element.eClass().getEStructuralFeature(name) == null && !name.startsWith("xml") && !name.contains(":");
    }

    private static Edit setAttribute(Tag tag, Map<String, Attribute> inText, Attribute wanted) {
        Attribute there = inText.get(wanted.name());
        if (there != null) {
            return new Edit(there.valueFrom(), there.to() - 1, quotable(wanted.value()));
        }
        int end = tag.end() - (tag.isSelfClosed() ? 2 : 1);
        return Edit.insert(end, " " + wanted.name() + "=\"" + wanted.value() + "\"");
    }

    /** What is between quotation marks in canonical text, for a place between apostrophes. */
    private static String quotable(String value) {
        return value.replace("'", "&apos;");
    }

    /** After what comes before it, so that the text has the model's order; empty if the parent's tag has no room for children. */
    private OptionalInt insertionPoint(EObject element, List<EObject> elements) {
        for (EObject earlier : elements.subList(0, elements.indexOf(element)).reversed()) {
            if (earlier.eContainer() == element.eContainer() && written.get(earlier) != null) {
                return OptionalInt.of(written.get(earlier).elementEnd());
            }
        }
        Tag parent = written.get(element.eContainer());
        return parent.isSelfClosed() ? OptionalInt.empty() : OptionalInt.of(parent.end());
    }

    private static String indent(EObject element) {
        int depth = 0;
        for (EObject parent = element.eContainer(); parent != null; parent = parent.eContainer()) {
            depth++;
        }
        return "  ".repeat(depth);
    }

    /** As the user's other lines end. */
    private String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
