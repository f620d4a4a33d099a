// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures as Java makes them, in words for users. */
class IoReasonTest {

    @TempDir
    private Path folder;

    private interface Work {
        void run() throws IOException;
    }

    private static String reason(Work work) {
        return IoReason.of(catchThrowableOfType(IOException.class, work::run));
    }

    @Test
    void everyFailureHasAReason() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(reason(() -> Files.readString(folder.resolve("none")))).isEqualTo("it does not exist");
        assertThat(reason(() -> Files.readString(folder))).isEqualTo("it is a folder");
        assertThat(reason(() -> Files.readString(file.resolve("below")))).isEqualTo("a part of its path is no folder");
        assertThat(reason(() -> Files.list(file))).isEqualTo("it is no folder");
        assertThat(reason(() -> Files.createDirectory(file))).isEqualTo("something else has the name file");
        assertThat(reason(() -> Files.delete(folder))).isEqualTo("the folder is not empty");
        assertThat(reason(() -> Files.writeString(folder.resolve("n".repeat(300)), ""))).isEqualTo("its name is too long");
        assertThat(reason(() -> new ProcessBuilder(file.toString()).start())).isEqualTo("permission denied");
        assertThat(reason(() -> new ProcessBuilder(folder.resolve("none").toString()).start())).isEqualTo("it does not exist");
        assertThat(IoReason.of(new AccessDeniedException("/x"))).isEqualTo("permission denied");
        assertThat(IoReason.of(new FileSystemException("/x", null, "Read-only file system"))).isEqualTo("the disk is read-only");
        assertThat(IoReason.of(new IOException("No space left on device"))).isEqualTo("no space is left on the disk");
    }

    @Test
    void whatNobodyPutInWordsNamesTheFile() {
        IOException denied = new AccessDeniedException("/etc/x");

        assertThat(IoReason.whole(denied)).isEqualTo("/etc/x: permission denied");
        assertThat(IoReason.whole(new UncheckedIOException(denied))).isEqualTo("/etc/x: permission denied");
        assertThat(IoReason.whole(new UncheckedIOException("Can't write: " + IoReason.of(denied), denied)))
                .isEqualTo("Can't write: permission denied");
    }

    @Test
    void whatNobodyPutInWordsNamesTheProgram() {
        String none = folder.resolve("no (such) program").toString();
        IOException failure = catchThrowableOfType(IOException.class, new ProcessBuilder(none, "a")::start);
        IOException inFolder = catchThrowableOfType(IOException.class, new ProcessBuilder(none, "a").directory(folder.toFile())::start);

        assertThat(IoReason.whole(failure)).isEqualTo(none + ": it does not exist");
        assertThat(IoReason.whole(inFolder)).isEqualTo(none + ": it does not exist");
    }

    @Test
    void whatAFileOperationCausedSaysItsReason() {
        assertThat(IoReason.withCause(new IllegalStateException("Not kept", new AccessDeniedException("/etc/x"))))
                .isEqualTo("Not kept: /etc/x: permission denied");
        assertThat(IoReason.withCause(new IllegalStateException("Not kept"))).isEqualTo("Not kept");
    }

    /** Java's message of a failure is often the path and nothing else. */
    @Test
    void noMessageIsMadeOfWhatJavaSays() throws IOException {
        Pattern dropped =
                Pattern.compile("catch \\((?:Unchecked)?IOException (\\w+)\\) \\{(?:(?!\\n    }).)*?(?:\\1\\.getMessage\\(\\)|\\(\" \\+ \\1 \\+)",
                        Pattern.DOTALL);
        List<String> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of(System.getProperty("thingspire.home"), "bundles"))) {
            for (Path source : sources.filter(file -> file.toString().matches(".*org\\.thingspire\\.[^/]*/src/.*\\.java"))
                    .toList()) {
                if (dropped.matcher(Files.readString(source)).find()) {
                    found.add(source.getFileName().toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void longNamesAreCutInMessages() {
        String name = "x".repeat(70_000);

        Problem problem = Problem.error(folder, "there is no node \"" + name + "\"", "The nodes are: a.");

        assertThat(problem.message()).startsWith("there is no node \"xxx").endsWith("...").hasSizeLessThan(150);
        assertThat(Problem.error(folder, "a ".repeat(70_000), "").message()).hasSizeLessThan(4100);
        assertThat(Problem.error(folder, "no file " + "/folder".repeat(30), "").message()).as("a path").endsWith("/folder").doesNotContain("...");
    }
}
