// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.thingspire.builder.toolchain.Command;
import org.thingspire.problem.UserException;

/** Compiles the C around a subject, which is in {@code bench/driver}, and reads what its images write. */
final class Driver {

    private static final Pattern RESULT = Pattern.compile("^result 0x([0-9a-f]{8})$", Pattern.MULTILINE);

    /** What a linker says is wrong. */
    private static final Pattern REASON = Pattern.compile("ld(?:\\.lld)?: error: (.+)");

    private final Path clang;
    private final Path sources;
    private final List<String> flags;

    Driver(Path clang, Path sources, List<String> flags) {
        this.clang = clang;
        this.sources = sources;
        this.flags = List.copyOf(flags);
    }

    Path compile(String source, boolean throughWasm, Path folder, String... more) throws InterruptedException {
        Path object = folder.resolve(source + (throughWasm ? ".wasm.o" : ".native.o"));
        Command.Builder command = Command.of(clang).addAll(flags).addAll(List.of(more)).add("-O2", "-Wall", "-Wextra", "-Werror");
        if (throughWasm) {
            command.add("-DWASM");
        }
        run(command.add("-c", sources.resolve(source + ".c"), "-o", object), folder);
        return object;
    }

    /** Runs a program of ours or the toolchain's that can only fail by a bug. */
    static String run(Command.Builder command, Path folder) throws InterruptedException {
        Command.Outcome outcome = command.in(folder).run();
        if (!outcome.succeeded()) {
            throw new IllegalStateException("%s ended with %s:%n%s".formatted(command, outcome.exitCode(), outcome.output()));
        }
        return outcome.output();
    }

    /** @throws UserException if objects need what nobody defines, or don't fit together */
    static void link(Kernel kernel, Command.Builder command, Path folder) throws InterruptedException {
        Command.Outcome outcome = command.in(folder).run();
        if (!outcome.succeeded()) {
            throw refusal(kernel, outcome);
        }
    }

    /** @param link that failed */
    static UserException refusal(Kernel kernel, Command.Outcome link) {
        String reasons = REASON.matcher(link.output()).results().map(match -> match.group(1)).distinct().collect(Collectors.joining(", "));
        return kernel.refusal("can not be linked: " + (reasons.isEmpty() ? link.output().strip() : reasons),
                "All that it needs has to be in its folder or in the C library.");
    }

    /**
     * Runs an image.
     *
     * @throws UserException if it ends otherwise than by its driver
     */
    static String start(Kernel kernel, Command.Builder command, Path folder) throws InterruptedException {
        Command.Outcome outcome = command.in(folder).run();
        if (!outcome.succeeded()) {
            throw kernel.refusal("ended with exit code %s%n%s".formatted(outcome.exitCode(), outcome.output()).strip(),
                    "It must return, on the native way too.");
        }
        return outcome.output();
    }

    static int result(Kernel kernel, String output) {
        Matcher matcher = RESULT.matcher(output);
        if (!matcher.find()) {
            throw kernel.refusal("ended without a result", "It must return, and not end the program.");
        }
        return Integer.parseUnsignedInt(matcher.group(1), 16);
    }

    static List<Double> numbers(List<String> lines) {
        List<Double> numbers = new ArrayList<>();
        lines.forEach(line -> numbers.add(Double.valueOf(line)));
        return numbers;
    }
}
