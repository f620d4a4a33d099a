// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board.json;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.TextFile;
import org.thingspire.problem.UserException;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Reads a file that is one JSON object. */
public final class JsonFile {

    /** How Gson says where it stopped reading. */
    private static final Pattern STOPPED = Pattern.compile("(?s)(?<what>.*?) at line (?<line>\\d+) column (?<column>\\d+).*");

    private final Path file;
    private final String what;

    private JsonFile(Path file, String what) {
        this.file = file;
        this.what = what;
    }

    /**
     * @param what for messages: what the file is
     * @param reader takes every field that there may be; may throw {@link FieldException}
     * @throws UserException if the file is damaged: with the field that is wrong, or the line that is no JSON
     */
    public static <T> T read(Path file, String what, Function<JsonSection, T> reader) {
        return new JsonFile(file, what).read(reader);
    }

    private <T> T read(Function<JsonSection, T> reader) {
        try {
            JsonElement json = parse();
            if (!json.isJsonObject()) {
                throw new FieldException("it is not a JSON object");
            }
            return JsonSection.read(json.getAsJsonObject(), reader);
        } catch (FieldException e) {
            throw damaged(Position.NONE, e.getMessage());
        }
    }

    /** Strictly: what Gson takes for JSON otherwise is mostly a slip of the keyboard. */
    private JsonElement parse() {
        try (JsonReader reader = new JsonReader(new StringReader(TextFile.read(file)))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement json = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new FieldException("something follows after its end");
            }
            return json;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            String message = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
            Matcher stopped = STOPPED.matcher(message);
            throw stopped.matches()
                    ? damaged(new Position(Integer.parseInt(stopped.group("line")), Integer.parseInt(stopped.group("column"))), "here is no JSON")
                    : damaged(Position.NONE, "it is not JSON");
        }
    }

    private UserException damaged(Position position, String reason) {
        return new UserException(Problem.error(file, position, "", what + " is damaged: " + reason, "Restore the file, or correct it."));
    }
}
