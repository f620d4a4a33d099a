// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.topology.Problem;
import org.thingspire.topology.TextFile;
import org.thingspire.topology.UserException;
import org.thingspire.topology.board.Board.Memory;
import org.thingspire.topology.board.Board.Target;
import org.thingspire.topology.board.Board.Uart;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Reads one {@code board.json}. Says by its path in the file, such as {@code target.cpu}, what is missing or wrong. */
final class BoardJson {

    private final Path file;

    private BoardJson(Path file) {
        this.file = file;
    }

    static Board read(Path file) {
        return new BoardJson(file).board();
    }

    private Board board() {
        Section root = root();
        String name = root.text("name");
        Path folder = file.toAbsolutePath().getParent().getFileName();
        if (!name.equals(folder.toString())) {
            throw damaged("\"name\" is \"" + name + "\", but the folder is \"" + folder + "\"");
        }
        Section target = root.section("target");
        return new Board(name, root.text("title"), root.text("port"), root.text("core"),
                new Target(target.text("triple"), target.text("cpu"), target.textOrEmpty("features"), target.textOrEmpty("floatAbi")),
                root.has("cpuHz") ? root.number("cpuHz") : 0,
                root.optional("flash").map(BoardJson::memory), root.optional("ram").map(BoardJson::memory),
                root.sections("uarts").stream().map(uart -> new Uart(uart.text("role"), uart.text("driver"))).toList(),
                root.has("sensorChannels") ? (int) root.number("sensorChannels") : 0,
                root.sections("outputs").stream().map(output -> output.text("name")).toList(),
                root.optional("qemu").map(qemu -> qemu.text("machine")), file);
    }

    private static Memory memory(Section section) {
        return new Memory(section.number("origin"), section.number("size"));
    }

    private Section root() {
        try {
            JsonElement json = JsonParser.parseString(TextFile.read(file));
            if (!json.isJsonObject()) {
                throw damaged("it is not a JSON object");
            }
            return new Section("", json.getAsJsonObject());
        } catch (JsonParseException e) {
            throw damaged("it is not JSON: " + (e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }

    private UserException damaged(String reason) {
        return new UserException(Problem.error(file, "board description is damaged: " + reason, "Restore the file, or correct it."));
    }

    /** An object in the file, with the path that leads to it. */
    private final class Section {

        private final String path;
        private final JsonObject json;

        Section(String path, JsonObject json) {
            this.path = path;
            this.json = json;
        }

        boolean has(String key) {
            return json.has(key);
        }

        String text(String key) {
            if (json.get(key) == null || !json.get(key).isJsonPrimitive()) {
                throw damaged("\"" + path + key + "\" is missing or not a text");
            }
            return json.get(key).getAsString();
        }

        String textOrEmpty(String key) {
            return has(key) ? text(key) : "";
        }

        /** A number, or a text with a hexadecimal one such as {@code "0x20000000"}, because JSON has none of its own. */
        long number(String key) {
            String text = text(key);
            try {
                return Long.decode(text);
            } catch (NumberFormatException e) {
                throw damaged("\"" + path + key + "\" is not a whole number: " + text);
            }
        }

        Section section(String key) {
            return optional(key).orElseThrow(() -> damaged("\"" + path + key + "\" is missing"));
        }

        Optional<Section> optional(String key) {
            return Optional.ofNullable(json.get(key)).map(element -> child(key, element));
        }

        List<Section> sections(String key) {
            List<Section> sections = new ArrayList<>();
            if (json.has(key)) {
                if (!json.get(key).isJsonArray()) {
                    throw damaged("\"" + path + key + "\" is not a list");
                }
                for (JsonElement element : json.getAsJsonArray(key)) {
                    sections.add(child(key + "[" + sections.size() + "]", element));
                }
            }
            return sections;
        }

        private Section child(String key, JsonElement element) {
            if (!element.isJsonObject()) {
                throw damaged("\"" + path + key + "\" is not an object");
            }
            return new Section(path + key + ".", element.getAsJsonObject());
        }
    }
}
