// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.UserException;
import org.thingspire.topology.board.BoardCatalog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Each field of a board's description replaced by what does not belong there: the runtime's sources come out, or the field is named. */
class DamagedBoardTest {

    private static final List<JsonElement> VALUES = List.of("null", "true", "-1", "0", "1.5", "1e400", "99999999999999999999", "\"\"", "\"x\"",
            "\"\\\"\\n\"", "\"0xz\"", "[]", "[[]]", "[-1]", "{}", "[{}]").stream().map(JsonParser::parseString).toList();
    private static final Path BOARDS = Path.of(System.getProperty("thingspire.home"), "runtime", "boards");

    @TempDir
    private Path runtime;

    private int refused;

    @Test
    void eachFieldIsCheckedAndNamed() throws IOException {
        Path folder = runtime.resolve("boards");
        Files.createDirectories(runtime.resolve("port/armv7m"));
        Files.createDirectories(runtime.resolve("port/posix"));
        for (String board : Set.of("mps2-an385", "linux-x86_64")) {
            JsonObject description = JsonParser.parseString(Files.readString(BOARDS.resolve(board).resolve("board.json"))).getAsJsonObject();
            Files.createDirectories(folder.resolve(board));
            for (String path : paths("", description)) {
                for (JsonElement value : VALUES) {
                    check(board, path, changed(description, path, parent -> set(parent, last(path), value)));
                }
                check(board, path, changed(description, path, parent -> remove(parent, last(path))));
            }
            Files.delete(folder.resolve(board).resolve("board.json"));
        }
        assertThat(refused).isGreaterThan(500);
    }

    private void check(String board, String path, JsonObject description) throws IOException {
        Path folder = runtime.resolve("boards");
        Files.writeString(folder.resolve(board).resolve("board.json"), description.toString());
        try {
            assertThat(new BoardSources(BoardCatalog.read(folder).find(board).orElseThrow()).files()).containsKey("board.h");
        } catch (UserException e) {
            refused++;
            String field = path.replaceAll("[.\\[].*", "");
            assertThat(e.problems()).as("%s", description).singleElement().satisfies(problem -> {
                assertThat(problem.file()).isEqualTo(folder.resolve(board).resolve("board.json"));
                assertThat(problem.message()).contains("\"" + field);
            });
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
