// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.problem.IoReason;

/**
 * Makes one file, unless it is there already and was made from the same things. Beside the output stands a stamp: the
 * fingerprint it was made from, and the files that only the tool itself could name (headers that a C file includes).
 * The output appears under its name only when it is complete. Several threads and processes may make the same file from the same things
 * at the same time: each makes it, and the last one's stays.
 */
public final class Step {

    /** Does the work: writes {@code output} and returns what it read besides the inputs known before. */
    @FunctionalInterface
    public interface Work {
        List<Path> make(Path output) throws IOException, InterruptedException;
    }

    private static final String UNFINISHED = ".unfinished";
    /** Nothing is made for so long. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private final Path output;
    private final Path stamp;

    public Step(Path output) {
        this.output = output;
        this.stamp = output.resolveSibling(output.getFileName() + ".stamp");
    }

    /**
     * @param inputs fingerprint text of everything known beforehand: sources, options, the tools themselves
     * @return whether there was anything to do
     */
    public boolean run(String inputs, Work work) throws InterruptedException {
        if (Files.exists(output) && isCurrent(inputs)) {
            return false;
        }
        try (OrderlyEnd end = new OrderlyEnd()) {
            make(inputs, work);
            return true;
        }
    }

    private void make(String inputs, Work work) throws InterruptedException {
        Path unfinished = output.resolveSibling(output.getFileName() + "." + maker() + UNFINISHED);
        try {
            Files.createDirectories(output.getParent());
            sweep();
            Files.deleteIfExists(stamp);
            List<Path> discovered = work.make(unfinished);
            Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            writeStamp(inputs, discovered);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + output + ": " + IoReason.of(e), e);
        } finally {
            unfinished.toFile().delete();
        }
    }

    /** Deletes what was begun and left by a process that was killed. What others make at this moment is younger. */
    private void sweep() throws IOException {
        Instant before = Instant.now().minus(ABANDONED_AFTER);
        String begun = output.getFileName() + ".";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(output.getParent())) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(begun) && name.contains(UNFINISHED) && file.toFile().lastModified() < before.toEpochMilli()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String maker() {
        return ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
    }

    private boolean isCurrent(String inputs) {
        return readStamp().filter(lines -> lines.getFirst().equals(fingerprint(inputs, discoveredIn(lines)))).isPresent();
    }

    private static List<Path> discoveredIn(List<String> stampLines) {
        return stampLines.stream().skip(1).map(Path::of).toList();
    }

    private Optional<List<String>> readStamp() {
        try {
            return Files.exists(stamp) ? Optional.of(Files.readAllLines(stamp)).filter(l -> !l.isEmpty()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // unreadable: make the output again
        }
    }

    private void writeStamp(String inputs, List<Path> discovered) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(fingerprint(inputs, discovered));
        discovered.forEach(file -> lines.add(file.toString()));
        Files.write(stamp, lines);
    }

    private static String fingerprint(String inputs, List<Path> discovered) {
        Fingerprint fingerprint = new Fingerprint().add(inputs);
        discovered.forEach(file -> fingerprint.add(file).addFile(file));
        return fingerprint.hex();
    }
}
