// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Descriptions in JSON in which one value is replaced by what does not belong there, or is missing. */
public final class DamagedJson {

    private static final List<JsonElement> VALUES = List.of("null", "true", "-1", "0", "1.5", "1e400", "99999999999999999999", "\"\"", "\"x\"",
            "\"\\\"\\n\"", "\"0xz\"", "[]", "[[]]", "[-1]", "{}", "[{}]").stream().map(JsonParser::parseString).toList();

    private DamagedJson() {
    }

    /** @param damaged takes the outermost field's name, and the whole with the damage in or below it */
    public static void forEach(String json, BiConsumer<String, JsonObject> damaged) {
        JsonObject description = JsonParser.parseString(json).getAsJsonObject();
        for (String path : paths("", description)) {
            String field = path.replaceAll("[.\\[].*", "");
            for (JsonElement value : VALUES) {
                damaged.accept(field, changed(description, path, parent -> set(parent, last(path), value)));
            }
            damaged.accept(field, changed(description, path, parent -> remove(parent, last(path))));
        }
    }

    /** Of all values, such as {@code uarts[0].irqs[1]}. */
    private static List<String> paths(String prefix, JsonElement element) {
        List<String> all = new ArrayList<>();
        if (element instanceof JsonObject object) {
            object.keySet().forEach(key -> {
                String path = prefix.isEmpty() ? key : prefix + "." + key;
                all.add(path);
                all.addAll(paths(path, object.get(key)));
            });
        } else if (element instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                all.add(prefix + "[" + i + "]");
                all.addAll(paths(prefix + "[" + i + "]", array.get(i)));
            }
        }
        return all;
    }

    private static JsonObject changed(JsonObject description, String path, Consumer<JsonElement> change) {
        JsonObject copy = description.deepCopy();
        JsonElement parent = copy;
        List<String> steps = steps(path);
        for (String step : steps.subList(0, steps.size() - 1)) {
            parent = parent instanceof JsonArray array ? array.get(Integer.parseInt(step)) : parent.getAsJsonObject().get(step);
        }
        change.accept(parent);
        return copy;
    }

    private static List<String> steps(String path) {
        return List.of(path.replace("]", "").split("[.\\[]"));
    }

    private static String last(String path) {
        return steps(path).getLast();
    }

    private static void set(JsonElement parent, String step, JsonElement value) {
        if (parent instanceof JsonArray array) {
            array.set(Integer.parseInt(step), value);
        } else {
            parent.getAsJsonObject().add(step, value);
        }
    }

    private static void remove(JsonElement parent, String step) {
        if (parent instanceof JsonArray array) {
            array.remove(Integer.parseInt(step));
        } else {
            parent.getAsJsonObject().remove(step);
        }
    }
}
