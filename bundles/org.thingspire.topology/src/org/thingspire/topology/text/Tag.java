// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start tag in well-formed XML without a DTD.
 *
 * @param text the whole text
 * @param start where the tag begins
 * @param end after its {@code >}
 * @param elementEnd where the element ends, its end tag included
 */
record Tag(String text, int start, int end, int elementEnd) {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=<>/\"']+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[.*?]]>|<(/?)([^\\s/>]+)[^<>]*?(/?)>");

    /**
     * One attribute.
     *
     * @param value as it is escaped in the text
     * @param from where the blank before the name begins
     * @param nameFrom where the name begins
     * @param valueFrom where the value begins, after its quotation mark
     * @param to after the closing quotation mark
     */
    record Attribute(String name, String value, int from, int nameFrom, int valueFrom, int to) {
    }

    /** All start tags in the order of the text. */
    static List<Tag> all(String text) {
        List<Tag> tags = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        Matcher markup = MARKUP.matcher(text);
        while (markup.find()) {
            if (markup.group(2) == null) {
                continue;
            }
            if (markup.group(1).isEmpty()) {
                tags.add(new Tag(text, markup.start(), markup.end(), markup.end()));
                if (markup.group(3).isEmpty()) {
                    open.add(tags.size() - 1);
                }
            } else {
                int index = open.removeLast();
                Tag tag = tags.get(index);
                tags.set(index, new Tag(text, tag.start(), tag.end(), markup.end()));
            }
        }
        return tags;
    }

    /** The tags of all elements in this one. */
    List<Tag> inner() {
        return all(element()).stream().skip(1).map(tag -> new Tag(text, start + tag.start, start + tag.end, start + tag.elementEnd)).toList();
    }

    /** The name of the element, with its prefix. */
    String name() {
        int to = start + 1;
        while (!Character.isWhitespace(text.charAt(to)) && text.charAt(to) != '/' && text.charAt(to) != '>') {
            to++;
        }
        return text.substring(start + 1, to);
    }

    boolean isSelfClosed() {
        return text.charAt(end - 2) == '/';
    }

    /** The element as it stands in the text. */
    String element() {
        return text.substring(start, elementEnd);
    }

    /** Where the element's content ends, which begins where the tag ends. */
    int contentEnd() {
        return isSelfClosed() ? end : text.lastIndexOf('<', elementEnd - 1);
    }

    /** What is between the tags, as it is escaped in the text. */
    String content() {
        return text.substring(end, contentEnd());
    }

    /** By name, in the order of the text. */
    Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text).region(start, end);
        while (matcher.find()) {
            int group = matcher.group(2) != null ? 2 : 3;
            attributes.put(matcher.group(1), new Attribute(matcher.group(1), matcher.group(group), matcher.start(), matcher.start(1),
                    matcher.start(group), matcher.end()));
        }
        return attributes;
    }
}
