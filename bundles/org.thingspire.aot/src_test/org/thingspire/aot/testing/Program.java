// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.thingspire.llvm.LlvmTools;

/** Runs programs of the machine and of the bundled LLVM. */
public final class Program {

    private Program() {
    }

    /** A program of LLVM: from the org.thingspire.llvm bundle. Empty if it isn't there. */
    public static Optional<Path> llvm(String name) {
        Path program = LlvmTools.bundled().home().resolve(name);
        return Files.exists(program) && (Files.isExecutable(program) || program.toFile().setExecutable(true))
                ? Optional.of(program) : Optional.empty();
    }

    /** A program on the PATH. */
    public static Optional<Path> installed(String name) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    /** Runs it to its end and returns its output and errors. Fails if it fails. */
    public static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).redirectOutput(output.toFile());
        builder.environment().put("LD_LIBRARY_PATH", Path.of(command.getFirst()).getParent() == null ? ""
                : Path.of(command.getFirst()).getParent().toString());
        Process process = builder.start();
        boolean ended = process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String text = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
        if (!ended || process.exitValue() != 0) {
            throw new IOException("%s %s:%n%s".formatted(String.join(" ", command),
                    ended ? "ended with " + process.exitValue() : "did not end", text));
        }
        return text;
    }
}
