// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written for compilers, linkers, debuggers and scripts is the same in every country: Java writes numbers with the digits of the
 * user's language, and in Turkish the small letter of I is not i.
 */
class LocaleTest {

    private static final List<String> LOCALES = List.of("ar-EG", "tr-TR");

    @TempDir
    private Path folder;

    @Test
    void anImageIsTheSameInEveryLocale() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        Map<Path, byte[]> usual = build(project, Locale.ROOT);
        assertThat(usual).containsKey(Path.of("release/nodes/controller/controller.elf"));

        for (String locale : LOCALES) {
            Map<Path, byte[]> there = build(project, Locale.forLanguageTag(locale));

            assertThat(there).as(locale).containsOnlyKeys(usual.keySet())
                    .allSatisfy((file, bytes) -> assertThat(bytes).as(file.toString()).isEqualTo(usual.get(file)));
        }
    }

    /** The images, and what was written for compilers and linkers to make them, by their names. */
    private static Map<Path, byte[]> build(SampleProject project, Locale locale) throws IOException {
        Path build = project.file("build");
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            CommandOutcome outcome = CommandOutcome.of("build", project.folder());
            assertThat(outcome.exitCode()).as("in %s: %s", locale, outcome.error()).isZero();
        } finally {
            Locale.setDefault(before);
        }
        Map<Path, byte[]> made = new HashMap<>();
        for (Path file : filesBelow(build)) {
            if (file.toString().matches(".*\\.(elf|o|c|h|ld)")) {
                made.put(build.relativize(file), Files.readAllBytes(file));
            }
            Files.delete(file);
        }
        return made;
    }

    @Test
    void noNumberIsFormattedInTheUsersLanguage() throws IOException {
        List<String> faults = new ArrayList<>();
        Path home = Path.of(System.getProperty("thingspire.home")).toAbsolutePath();
        try (Stream<Path> bundles = Files.list(home.resolve("bundles"))) {
            for (Path sources : bundles.map(bundle -> bundle.resolve("src")).filter(Files::isDirectory).sorted().toList()) {
                for (Path source : filesBelow(sources)) {
                    if (source.toString().endsWith(".java")) {
                        faults.addAll(faults(home.relativize(source).toString(), Files.readString(source)));
                    }
                }
            }
        }
        assertThat(faults).as("write %%s for whole numbers, and Locale.ROOT for others and for letters").isEmpty();
    }

    @Test
    void theCheckFindsWhatItIsFor() {
        assertThat(faults("A.java", """
                String a = "line %d".formatted(line);
                String b = String.format(Locale.ROOT, "%.1f %%", share) + "%s".formatted(line);
                String c = String.format("%5.1f",
                    share);
                String d = name.toLowerCase() + name.toUpperCase(Locale.ROOT);
                String e = text(\"""
                    100 %% of
                    %1$,d\""");
                """)).containsExactly("A.java:1: %d", "A.java:3: %5.1f", "A.java:5: toLowerCase()", "A.java:8: %1$,d");
    }

    private static final Pattern TOKEN =
            Pattern.compile("//[^\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|;"
                    + "|to(?:Lower|Upper)Case\\(\\)|Locale\\.ROOT", Pattern.DOTALL);
    /** Those conversions of java.util.Formatter that write digits of a language, or dates. */
    private static final Pattern LOCALIZED = Pattern.compile("(?<!%)(?:%%)*(%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?(?:[deEfgG]|[tT][a-zA-Z]))");

    /** Where a text has such a conversion, in a statement that does not say Locale.ROOT; and letters changed in the user's language. */
    private static List<String> faults(String file, String source) {
        List<String> faults = new ArrayList<>();
        boolean neutral = false;
        for (MatchResult token : TOKEN.matcher(source).results().toList()) {
            String text = token.group();
            if (text.equals(";")) {
                neutral = false;
            } else if (text.equals("Locale.ROOT")) {
                neutral = true;
            } else if (text.startsWith("to")) {
                faults.add(place(file, source, token.start()) + text);
            } else if (text.startsWith("\"") && !neutral) {
                Matcher conversion = LOCALIZED.matcher(text);
                while (conversion.find()) {
                    faults.add(place(file, source, token.start() + conversion.start(1)) + conversion.group(1));
                }
            }
        }
        return faults;
    }

    private static String place(String file, String source, int offset) {
        return file + ":" + (source.substring(0, offset).lines().count() + (source.charAt(Math.max(0, offset - 1)) == '\n' ? 1 : 0)) + ": ";
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
