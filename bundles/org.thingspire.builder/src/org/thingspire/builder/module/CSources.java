// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.thingspire.builder.step.DependencyFile;
import org.thingspire.problem.Position;

/**
 * The sources that a module's objects were made of. Linkers know objects and symbols only; this finds the lines.
 *
 * @param projectFolder where clang ran
 * @param byObject the source of each object, relative to the project; in the topology's order
 */
record CSources(Path projectFolder, Map<Path, Path> byObject) {

    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'");

    /** A line in one of the files. */
    record Place(Path file, Position position) {
    }

    /** The source that the topology names: what is not about any line is about it. */
    Place first() {
        return new Place(projectFolder.resolve(byObject.values().iterator().next()), Position.NONE);
    }

    /** For the middle of a sentence: {@code modules/control.c:31}. */
    String shown(Place place) {
        Path file = projectFolder.relativize(place.file());
        return place.position().line() > 0 ? file + ":" + place.position().line() : file.toString();
    }

    /** Where a source, or a header that it includes, first calls a function; the source as a whole if a macro makes the name. */
    Place use(Path object, String function) {
        return first(filesOf(object), object, function);
    }

    /** Where a header that a source includes, or the source itself, declares a function. */
    Place declaration(Path object, String function) {
        return first(filesOf(object).reversed(), object, function);
    }

    private Place first(List<Path> files, Path object, String function) {
        Pattern pattern = Pattern.compile("\\b" + Pattern.quote(function) + "\\s*\\(");
        return files.stream().flatMap(file -> all(file, pattern, true).stream()).findFirst()
                .orElse(new Place(projectFolder.resolve(byObject.get(object)), Position.NONE));
    }

    /** Where a string stands in all of the sources. */
    List<Place> strings(String content) {
        Pattern pattern = Pattern.compile(Pattern.quote('"' + content + '"'));
        List<Place> places = new ArrayList<>();
        byObject.values().forEach(source -> places.addAll(all(projectFolder.resolve(source), pattern, false)));
        return places;
    }

    /** The source, then the project's headers that it includes. */
    private List<Path> filesOf(Path object) {
        List<Path> files = new ArrayList<>();
        files.add(projectFolder.resolve(byObject.get(object)).normalize());
        try {
            DependencyFile.read(WasmClang.dependencies(object), projectFolder).stream()
                    .filter(file -> file.startsWith(projectFolder) && !files.contains(file)).forEach(files::add);
        } catch (IOException e) {
            // Then a message names the source, and no line of a header.
        }
        return files;
    }

    private static List<Place> all(Path file, Pattern pattern, boolean codeOnly) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of(); // Then a message names the file, and no line.
        }
        String searched = codeOnly ? COMMENT_OR_STRING.matcher(text).replaceAll(CSources::blank) : text;
        return pattern.matcher(searched).results().map(found -> new Place(file, position(text, found.start()))).toList();
    }

    private static String blank(MatchResult found) {
        return found.group().replaceAll("[^\\n]", " ");
    }

    private static Position position(String text, int offset) {
        String before = text.substring(0, offset);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - before.lastIndexOf('\n'));
    }
}
