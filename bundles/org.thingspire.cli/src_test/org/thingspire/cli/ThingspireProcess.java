// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command in a process of its own, for tests of what happens to processes and terminals. */
final class ThingspireProcess {

    private ThingspireProcess() {
    }

    /** @param output where it prints */
    static Process start(Path output, Object... words) throws IOException {
        Redirect file = Redirect.to(output.toFile());
        return process(words).redirectErrorStream(true).redirectOutput(file).start();
    }

    /** @param output where its results go; what it does and what is wrong goes to the file */
    static Process start(Path errors, Redirect output, Object... words) throws IOException {
        return process(words).redirectError(errors.toFile()).redirectOutput(output).start();
    }

    private static ProcessBuilder process(Object... words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.cacheLibraries=false"));
        for (String property : List.of("java.library.path", "thingspire.home")) {
            command.add("-D" + property + "=" + System.getProperty(property));
        }
        // Surefire runs its JVM with a class path of one jar; the real one is in this property.
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command);
    }

    /** All that it printed, when it has ended by itself. */
    static String run(Path folder, Object... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = start(output, words);
        try {
            if (!process.waitFor(CommandOutcome.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running:\n" + Files.readString(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
