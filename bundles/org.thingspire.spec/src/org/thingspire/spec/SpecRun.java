// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.thingspire.aot.api.Optimization;
import org.thingspire.problem.IoReason;

/** Compiles and runs scripts of the suite on one machine, each as one program. Several threads may run scripts at once. */
public final class SpecRun {

    private final SpecSuite suite;
    private final Machine machine;
    private final Optimization optimization;
    private final Path work;
    private final List<Path> parts;

    /**
     * How a script went.
     *
     * @param passed   how many commands did what they had to
     * @param failures the others: line in the script, and what was wrong
     * @param skipped  how many commands were left out, for each reason
     */
    public record Outcome(String script, int passed, List<String> failures, Map<String, Integer> skipped) {

        /** How many commands were left out in all. */
        public int skippedCount() {
            return skipped.values().stream().mapToInt(count -> count).sum();
        }
    }

    /** @param work an existing folder for programs, which are deleted after use */
    public SpecRun(SpecSuite suite, Machine machine, Optimization optimization, Path work) throws InterruptedException {
        this.suite = suite;
        this.machine = machine;
        this.optimization = optimization;
        this.work = work;
        this.parts = List.of(machine.part("spec"), machine.part("spectest"));
    }

    /** @throws IllegalStateException if a program doesn't run to its end, which only wrong code can cause */
    public Outcome run(String script) throws InterruptedException {
        try {
            SpecProgram program = new SpecProgram(suite, machine, optimization);
            program.add(script);
            List<String> failures = new ArrayList<>(program.failures());
            Map<String, Integer> skipped = new TreeMap<>(program.skipped());
            int commands = program.judged();
            if (program.driver().size() > 0) {
                try {
                    failures.addAll(execute(program, Files.createTempDirectory(work, "script")));
                    commands += program.driver().size();
                } catch (TooLargeException e) {
                    skipped.merge(SpecProgram.TOO_MUCH_MEMORY, program.driver().size(), Integer::sum);
                }
            }
            return new Outcome(script, commands - Math.min(commands, failures.size()), failures, skipped);
        } catch (IOException e) {
            throw new UncheckedIOException(script + ": " + IoReason.whole(e), e);
        }
    }

    private List<String> execute(SpecProgram program, Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("script.c"), program.driver().text(), StandardCharsets.UTF_8);
        List<Path> objects = new ArrayList<>(parts);
        objects.add(machine.compile(source, folder.resolve("script.o")));
        for (Map.Entry<String, byte[]> object : program.objects().entrySet()) {
            objects.add(Files.write(folder.resolve(object.getKey() + ".o"), object.getValue()));
        }
        List<String> lines = machine.run(folder, objects).lines().toList();
        if (lines.isEmpty() || !lines.getLast().equals("DONE " + program.driver().size())) {
            throw new IOException("the driver did not run to its end:\n" + String.join("\n", lines));
        }
        delete(folder);
        return lines.stream().filter(line -> line.startsWith("FAIL ")).toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.delete(folder);
    }
}
