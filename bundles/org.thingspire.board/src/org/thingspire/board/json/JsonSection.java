// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.thingspire.problem.Suggestion;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** An object in a JSON file whose fields are asked for one by one. What is wrong is said with the path that leads to it. */
public final class JsonSection {

    /** Decimal, or hexadecimal in a text, because JSON has no such numbers of its own. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}|0[xX][0-9a-fA-F]{1,15}");

    private final String path;
    private final JsonObject json;
    private final Set<String> asked = new HashSet<>();

    private JsonSection(String path, JsonObject json) {
        this.path = path;
        this.json = json;
    }

    /**
     * Reads an object to its end: fields that {@code reader} does not ask for are mistakes, too.
     *
     * @throws FieldException if something is wrong
     */
    static <T> T read(JsonObject root, Function<JsonSection, T> reader) {
        return read("", root, reader);
    }

    private static <T> T read(String path, JsonObject json, Function<JsonSection, T> reader) {
        JsonSection section = new JsonSection(path, json);
        T result = reader.apply(section);
        for (String key : json.keySet()) {
            if (!section.asked.contains(key)) {
                throw new FieldException("there is no field \"%s\"%s".formatted(path + key,
                        Suggestion.nearest(key, section.asked).map(near -> ", but \"" + path + near + "\"").orElse("")));
            }
        }
        return result;
    }

    private Optional<JsonElement> find(String key) {
        asked.add(key);
        return Optional.ofNullable(json.get(key));
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** A text that is not blank. */
    public String text(String key) {
        return find(key).flatMap(JsonSection::asText).filter(text -> !text.isBlank())
                .orElseThrow(() -> new FieldException(quoted(key) + " is missing or not a text"));
    }

    private static Optional<String> asText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /**
     * A text that may be empty if the pattern says so.
     *
     * @param rule for messages: what the whole text has to be
     */
    public String text(String key, Pattern pattern, String rule) {
        String text = find(key).flatMap(JsonSection::asText).orElseThrow(() -> new FieldException(quoted(key) + " is missing or not a text"));
        if (!pattern.matcher(text).matches()) {
            throw new FieldException("%s is \"%s\", but %s".formatted(quoted(key), text, rule));
        }
        return text;
    }

    /** A text that may be empty or missing. */
    public String textOrEmpty(String key) {
        boolean empty = find(key).map(value -> value.equals(new JsonPrimitive(""))).orElse(true);
        return empty ? "" : text(key);
    }

    /** A whole number, or a text with one such as {@code "0x20000000"}. */
    public long number(String key, long least, long most) {
        JsonElement value = find(key).orElseThrow(() -> new FieldException(quoted(key) + " is missing"));
        return number(path + key, value, least, most);
    }

    public long numberOr(String key, long least, long most, long missing) {
        return has(key) ? number(key, least, most) : missing;
    }

    private static long number(String shown, JsonElement value, long least, long most) {
        boolean number = value instanceof JsonPrimitive primitive && !primitive.isBoolean() && NUMBER.matcher(value.getAsString()).matches();
        if (!number) {
            throw new FieldException("\"%s\" is not a whole number: %s".formatted(shown, value));
        }
        String text = value.getAsString();
        long is = text.length() > 1 && (text.charAt(1) | ' ') == 'x' ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        if (is < least || is > most) {
            throw new FieldException("\"%s\" is %s, but it is a number from %s to %s".formatted(shown, value, least, most));
        }
        return is;
    }

    /** A list of whole numbers with at least one element. */
    public List<Integer> numbers(String key, int least, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonElement element : list(key)) {
            numbers.add((int) number("%s%s[%s]".formatted(path, key, numbers.size()), element, least, most));
        }
        if (numbers.isEmpty()) {
            throw new FieldException(quoted(key) + " is missing or empty");
        }
        return List.copyOf(numbers);
    }

    /** A list of texts that are not blank. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : list(key)) {
            String at = "%s[%s]".formatted(key, texts.size());
            texts.add(asText(element).filter(text -> !text.isBlank()).orElseThrow(() -> new FieldException(quoted(at) + " is not a text")));
        }
        return List.copyOf(texts);
    }

    public <T> T section(String key, Function<JsonSection, T> reader) {
        return optional(key, reader).orElseThrow(() -> new FieldException(quoted(key) + " is missing"));
    }

    public <T> Optional<T> optional(String key, Function<JsonSection, T> reader) {
        return find(key).map(element -> child(key, element, reader));
    }

    /** A list of objects; a missing one is empty. */
    public <T> List<T> sections(String key, Function<JsonSection, T> reader) {
        List<T> sections = new ArrayList<>();
        for (JsonElement element : list(key)) {
            sections.add(child(key + "[" + sections.size() + "]", element, reader));
        }
        return List.copyOf(sections);
    }

    private JsonArray list(String key) {
        JsonElement value = find(key).orElse(new JsonArray());
        if (!value.isJsonArray()) {
            throw new FieldException(quoted(key) + " is not a list");
        }
        return value.getAsJsonArray();
    }

    private <T> T child(String key, JsonElement element, Function<JsonSection, T> reader) {
        if (!element.isJsonObject()) {
            throw new FieldException(quoted(key) + " is not an object");
        }
        return read(path + key + ".", element.getAsJsonObject(), reader);
    }

    private String quoted(String key) {
        return "\"" + path + key + "\"";
    }
}
