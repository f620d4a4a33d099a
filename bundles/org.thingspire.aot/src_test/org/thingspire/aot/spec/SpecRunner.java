// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.thingspire.aot.Optimization;

/** Compiles and runs scripts of the suite on one platform. */
final class SpecRunner {

    private static final Path DRIVER = Path.of("src_test/org/thingspire/aot/spec/driver");

    private final SpecSuite suite;
    private final Platform platform;
    private final Path work;

    /** How a script went; {@code failures} tell line and reason. */
    record Outcome(String script, int passed, List<String> failures, Map<String, Integer> skipped) {
    }

    SpecRunner(SpecSuite suite, Platform platform, Path work) {
        this.suite = suite;
        this.platform = platform;
        this.work = work;
    }

    Outcome run(String script, Optimization optimization) throws IOException, InterruptedException {
        SpecProgram program = new SpecProgram(suite, platform, optimization);
        program.add(script);
        List<String> failures = new ArrayList<>(program.failures());
        int commands = program.judged();
        if (program.driver().size() > 0) {
            commands += program.driver().size();
            Path folder = Files.createDirectories(work.resolve(script.replace('/', '_')));
            failures.addAll(execute(program, folder));
        }
        return new Outcome(script, commands - Math.min(commands, failures.size()), failures, program.skipped());
    }

    private List<String> execute(SpecProgram program, Path folder) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(DRIVER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("script.c"), program.driver().text(), StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> object : program.objects().entrySet()) {
            Files.write(folder.resolve(object.getKey() + ".o"), object.getValue());
        }
        String output = platform.run(folder);
        List<String> lines = output.lines().toList();
        if (lines.isEmpty() || !lines.getLast().equals("DONE " + program.driver().size())) {
            throw new IOException("the driver did not run to its end: " + output);
        }
        return lines.stream().filter(line -> line.startsWith("FAIL ")).toList();
    }
}
