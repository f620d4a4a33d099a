// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.CompileException;
import org.thingspire.aot.CompileOptions;
import org.thingspire.aot.Optimization;
import org.thingspire.aot.spec.Platform;

/** Many modules in one program on one machine: linking and starting QEMU cost more than a module does. */
final class CompiledBatch {

    private static final Path MACHINES = Path.of("src_test/org/thingspire/aot/spec/driver");
    private static final Path DRIVER = Path.of("src_test/org/thingspire/aot/random/driver");

    private final Platform platform;
    private final Path folder;

    /** @param folder an empty one, for the program's parts */
    CompiledBatch(Platform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
    }

    /**
     * Compiles, links and runs.
     *
     * @param optimization of the module with that number
     * @return the outcomes of each module's calls; empty for a module whose program didn't run to its end
     */
    List<Optional<List<Outcome>>> run(List<RandomModule> modules, IntFunction<Optimization> optimization)
            throws IOException, InterruptedException, CompileException {
        Files.createDirectories(folder);
        BatchSource source = new BatchSource();
        for (int i = 0; i < modules.size(); i++) {
            CompileOptions options = CompileOptions.named("m" + i).with(optimization.apply(i)).withoutDebugInfo();
            Files.write(folder.resolve("m" + i + ".o"), AotCompiler.compile(modules.get(i).wasm(), platform.target(), options).object());
            source.add(options.name(), modules.get(i));
        }
        copy(MACHINES);
        copy(DRIVER);
        Files.writeString(folder.resolve("script.c"), source.text());
        List<String> lines;
        try {
            lines = platform.run(folder).lines().toList();
        } catch (IOException e) {
            lines = List.of(e.getMessage());
        }
        if (lines.size() == source.commands() + 1 && lines.getLast().equals("END")) {
            return outcomes(modules, lines);
        }
        if (modules.size() == 1) {
            Files.write(folder.resolve("output.txt"), lines);
            return List.of(Optional.empty());
        }
        List<Optional<List<Outcome>>> outcomes = new ArrayList<>();
        int half = modules.size() / 2;
        outcomes.addAll(new CompiledBatch(platform, folder.resolve("first")).run(modules.subList(0, half), optimization));
        outcomes.addAll(new CompiledBatch(platform, folder.resolve("second")).run(modules.subList(half, modules.size()),
                i -> optimization.apply(i + half)));
        return outcomes;
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    /** Each line is one call's outcome: the kind of trap, and the result in hexadecimal. A module's first line is its initialization's. */
    private static List<Optional<List<Outcome>>> outcomes(List<RandomModule> modules, List<String> lines) {
        List<Optional<List<Outcome>>> all = new ArrayList<>();
        int line = 0;
        for (RandomModule module : modules) {
            Outcome initialization = Outcome.trapped(trap(lines.get(line++)));
            List<Outcome> outcomes = new ArrayList<>();
            for (RandomModule.Call call : module.calls()) {
                int trap = initialization.trap() != 0 ? initialization.trap() : trap(lines.get(line));
                long bits = Long.parseUnsignedLong(lines.get(line++).split(" ")[1], 16);
                outcomes.add(trap == 0 ? Outcome.returned(call.signature(), bits) : Outcome.trapped(trap));
            }
            all.add(Optional.of(outcomes));
        }
        return all;
    }

    private static int trap(String line) {
        return Integer.parseInt(line.split(" ")[0]);
    }
}
