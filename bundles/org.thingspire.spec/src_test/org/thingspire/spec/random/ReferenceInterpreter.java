// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.aot.api.TrapKind;
import org.thingspire.builder.toolchain.Command;

/**
 * What the calls of a module have to give, by wabt's {@code wasm-interp}, which knows vectors; Endive's interpreter doesn't. It calls
 * all exports in order, without arguments, on one instance.
 */
final class ReferenceInterpreter {

    private static final String PROGRAM = "wasm-interp";
    private static final String VALUE = "i64:";

    private ReferenceInterpreter() {
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    static List<Outcome> run(RandomModule module) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("reference");
        try {
            Files.write(folder.resolve("module.wasm"), module.wasm());
            Command.Outcome run = Command.of(Path.of(PROGRAM)).add("--run-all-exports", "module.wasm").in(folder).run();
            return run.output().lines().map(ReferenceInterpreter::outcome).toList();
        } finally {
            Files.deleteIfExists(folder.resolve("module.wasm"));
            Files.delete(folder);
        }
    }

    /** {@code f0() => i64:5}, or {@code f0() => error: out of bounds memory access: ...}. */
    private static Outcome outcome(String line) {
        String result = line.substring(line.indexOf("=> ") + 3);
        if (result.startsWith(VALUE)) {
            return new Outcome(0, Long.parseUnsignedLong(result.substring(VALUE.length())));
        }
        if (result.startsWith("error: out of bounds memory access")) {
            return Outcome.trapped(TrapKind.OUT_OF_BOUNDS_MEMORY.number());
        }
        throw new IllegalStateException("wasm-interp says: " + line);
    }
}
