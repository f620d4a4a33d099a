// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Make rule that clang's {@code -MD} writes: which files a compilation read. */
public final class DependencyFile {

    /**
     * A part of a name. Clang writes a backslash before a space, and another for each backslash before that; one before {@code #}; and
     * {@code $} twice.
     */
    private static final Pattern PART = Pattern.compile("(?<slashes>\\\\*)\\\\ |\\\\(?<hash>#)|\\$(?<dollar>\\$)|(?<other>[^ \n])");

    private DependencyFile() {
    }

    /** @param folder where the compiler ran; relative names are resolved against it */
    public static List<Path> read(Path file, Path folder) throws IOException {
        String rule = Files.readString(file).replace("\\\n", " ");
        String names = rule.substring(rule.indexOf(": ") + 1);
        List<Path> files = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        Matcher part = PART.matcher(names);
        for (int at = 0; at < names.length();) {
            if (part.region(at, names.length()).lookingAt()) {
                name.append(plain(part));
                at = part.end();
            } else {
                add(name, folder, files);
                at++;
            }
        }
        add(name, folder, files);
        return files;
    }

    private static String plain(Matcher part) {
        if (part.group("slashes") != null) {
            return part.group("slashes").substring(part.group("slashes").length() / 2) + " ";
        }
        if (part.group("hash") != null) {
            return "#";
        }
        return part.group("dollar") != null ? "$" : part.group("other");
    }

    private static void add(StringBuilder name, Path folder, List<Path> files) {
        if (!name.isEmpty()) {
            files.add(folder.resolve(name.toString()).normalize());
            name.setLength(0);
        }
    }
}
