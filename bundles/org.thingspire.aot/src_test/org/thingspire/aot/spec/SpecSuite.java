// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The official WebAssembly test suite, converted by wast2json and zipped: JSON scripts and the modules they name. It is
 * no part of the project: {@code -Dwasm.spec=} tells where it is, else it is looked for beside the checkout.
 */
final class SpecSuite implements AutoCloseable {

    private final ZipFile zip;

    private SpecSuite(ZipFile zip) {
        this.zip = zip;
    }

    /** Empty if there is no suite on this machine. */
    static Optional<SpecSuite> open() throws IOException {
        Path home = Path.of(System.getProperty("thingspire.home", "../.."));
        Path file = Path.of(System.getProperty("wasm.spec", home.resolve("../shared/wasm-spec/core-2.0.zip").toString()));
        return Files.exists(file) ? Optional.of(new SpecSuite(new ZipFile(file.toFile()))) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The names of all scripts, sorted, without extension. */
    List<String> scripts() {
        return zip.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".json"))
                .map(name -> name.substring(0, name.length() - ".json".length())).sorted().toList();
    }

    byte[] module(String file) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(file))) {
            return in.readAllBytes();
        }
    }

    List<SpecCommand> commands(String script) throws IOException {
        String json = new String(module(script + ".json"), StandardCharsets.UTF_8);
        List<SpecCommand> commands = new ArrayList<>();
        for (JsonElement command : JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("commands")) {
            commands.add(command(command.getAsJsonObject()));
        }
        return commands;
    }

    private static SpecCommand command(JsonObject json) {
        int line = json.get("line").getAsInt();
        String type = json.get("type").getAsString();
        return switch (type) {
            case "module" -> new SpecCommand.Module(line, text(json, "name"), json.get("filename").getAsString());
            case "register" -> new SpecCommand.Register(line, text(json, "name"), json.get("as").getAsString());
            case "action", "assert_return", "assert_trap", "assert_exhaustion" -> action(line, type, json);
            case "assert_uninstantiable" -> new SpecCommand.Uninstantiable(line, json.get("filename").getAsString(),
                    json.get("text").getAsString());
            case "assert_invalid", "assert_malformed" -> json.get("module_type").getAsString().equals("binary")
                    ? new SpecCommand.Invalid(line, json.get("filename").getAsString(), json.get("text").getAsString())
                    : new SpecCommand.Other(line, "text format");
            case "assert_unlinkable" -> new SpecCommand.Unlinkable(line, json.get("filename").getAsString(),
                    json.get("text").getAsString());
            default -> throw new IllegalArgumentException("command " + type + " at line " + line);
        };
    }

    private static SpecCommand action(int line, String type, JsonObject json) {
        JsonObject action = json.getAsJsonObject("action");
        if (!action.get("type").getAsString().equals("invoke")) {
            return new SpecCommand.Get(line, text(action, "module"), action.get("field").getAsString(),
                    values(json.getAsJsonArray("expected")));
        }
        return new SpecCommand.Invoke(line, text(action, "module"), action.get("field").getAsString(),
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
