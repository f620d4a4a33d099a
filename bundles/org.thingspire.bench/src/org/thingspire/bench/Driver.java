// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.build.tool.Command;

/** Compiles the C around a subject, which is in {@code bench/driver}, and reads what its images write. */
final class Driver {

    private static final Pattern RESULT = Pattern.compile("^result 0x([0-9a-f]{8})$", Pattern.MULTILINE);

    private final Path clang;
    private final Path sources;
    private final List<String> flags;

    Driver(Path clang, Path sources, List<String> flags) {
        this.clang = clang;
        this.sources = sources;
        this.flags = List.copyOf(flags);
    }

    Path compile(String source, boolean throughWasm, Path folder) throws InterruptedException {
        Path object = folder.resolve(source + (throughWasm ? ".wasm.o" : ".native.o"));
        Command.Builder command = Command.of(clang).addAll(flags).add("-O2", "-Wall", "-Wextra", "-Werror");
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

    static int result(String output) {
        Matcher matcher = RESULT.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("an image gave no result but:\n" + output);
        }
        return Integer.parseUnsignedInt(matcher.group(1), 16);
    }

    static List<Double> numbers(List<String> lines) {
        List<Double> numbers = new ArrayList<>();
        lines.forEach(line -> numbers.add(Double.valueOf(line)));
        return numbers;
    }
}
