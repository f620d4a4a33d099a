// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The official WebAssembly test suite, converted by wast2json: JSON scripts and the modules they name, in a zip file or a folder.
 * It is no part of the project.
 */
public final class SpecSuite implements AutoCloseable {

    private static final String SCRIPT = ".json";

    private final Path root;
    /** {@code null} for a folder. */
    private final FileSystem zip;

    private SpecSuite(Path root, FileSystem zip) {
        this.root = root;
        this.zip = zip;
    }

    /** @param file a zip file or a folder; exists */
    public static SpecSuite open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return new SpecSuite(file, null);
        }
        FileSystem zip = FileSystems.newFileSystem(file);
        return new SpecSuite(zip.getPath("/"), zip);
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    /** The names of all scripts, sorted, without extension. */
    public List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(SCRIPT))
                    .map(name -> name.substring(0, name.length() - SCRIPT.length())).sorted().toList();
        }
    }

    /** @param file relative to the suite's root */
    byte[] module(String file) throws IOException {
        return Files.readAllBytes(root.resolve(file));
    }

    List<ScriptCommand> commands(String script) throws IOException {
        String json = Files.readString(root.resolve(script + SCRIPT));
        List<ScriptCommand> commands = new ArrayList<>();
        for (JsonElement command : JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("commands")) {
            commands.add(command(command.getAsJsonObject()));
        }
        return commands;
    }

    private static ScriptCommand command(JsonObject json) {
        int line = json.get("line").getAsInt();
        String type = json.get("type").getAsString();
        return switch (type) {
            case "module" -> new ScriptCommand.Module(line, text(json, "name"), json.get("filename").getAsString());
            case "register" -> new ScriptCommand.Register(line, text(json, "name"), json.get("as").getAsString());
            case "action", "assert_return", "assert_trap", "assert_exhaustion" -> action(line, type, json);
            case "assert_uninstantiable" -> new ScriptCommand.Uninstantiable(line, json.get("filename").getAsString(),
                    json.get("text").getAsString());
            case "assert_invalid", "assert_malformed" -> json.get("module_type").getAsString().equals("binary")
                    ? new ScriptCommand.Invalid(line, json.get("filename").getAsString(), json.get("text").getAsString())
                    : new ScriptCommand.Other(line, SpecProgram.TEXT_FORMAT);
            case "assert_unlinkable" -> new ScriptCommand.Unlinkable(line, json.get("filename").getAsString(),
                    json.get("text").getAsString());
            default -> throw new IllegalArgumentException("command " + type + " at line " + line);
        };
    }

    private static ScriptCommand action(int line, String type, JsonObject json) {
        JsonObject action = json.getAsJsonObject("action");
        if (!action.get("type").getAsString().equals("invoke")) {
            return new ScriptCommand.Get(line, text(action, "module"), action.get("field").getAsString(),
                    values(json.getAsJsonArray("expected")));
        }
        return new ScriptCommand.Invoke(line, text(action, "module"), action.get("field").getAsString(),
                values(action.getAsJsonArray("args")),
                type.equals("assert_return") ? Optional.of(values(json.getAsJsonArray("expected"))) : Optional.empty(),
                text(json, "text"));
    }

    private static Optional<String> text(JsonObject json, String member) {
        return Optional.ofNullable(json.get(member)).map(JsonElement::getAsString);
    }

    private static List<SpecValue> values(JsonArray array) {
        List<SpecValue> values = new ArrayList<>();
        for (JsonElement element : array) {
            JsonObject value = element.getAsJsonObject();
            JsonElement content = value.get("value");
            if (content != null && content.isJsonArray()) {
                values.add(SpecValue.vector(value.get("lane_type").getAsString(),
                        content.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()));
            } else {
                values.add(SpecValue.number(value.get("type").getAsString(),
                        content != null && content.isJsonPrimitive() ? content.getAsString() : ""));
            }
        }
        return values;
    }
}
