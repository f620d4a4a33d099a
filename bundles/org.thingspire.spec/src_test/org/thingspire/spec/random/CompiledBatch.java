// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.spec.Machine;

/** Many modules in one program on one machine: linking and starting QEMU cost more than a module does. */
final class CompiledBatch {

    private static final Path DRIVER = Path.of("src_test/org/thingspire/spec/random/driver/random.c").toAbsolutePath();

    private final Machine machine;
    private final CodeTarget target;
    private final Path folder;

    /**
     * @param target what modules are compiled for, which the machine runs
     * @param folder for the program's parts; deleted when it has run
     */
    CompiledBatch(Machine machine, CodeTarget target, Path folder) {
        this.machine = machine;
        this.target = target;
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
        List<Path> objects = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            CompileOptions options = CompileOptions.named("m" + i).with(optimization.apply(i)).withoutDebugInfo();
            byte[] object = AotCompiler.compile(modules.get(i).wasm(), target, options).object();
            objects.add(Files.write(folder.resolve("m" + i + ".o"), object));
            source.add(options.name(), modules.get(i));
        }
        List<String> lines;
        try {
            objects.add(machine.compile(Files.writeString(folder.resolve("calls.c"), source.text()), folder.resolve("calls.o")));
            objects.add(machine.compile(DRIVER, folder.resolve("random.o")));
            lines = machine.run(folder, objects).lines().toList();
        } catch (IOException e) {
            lines = List.of(e.getMessage());
        }
        if (lines.size() == source.commands() + 1 && lines.getLast().equals("END")) {
            delete();
            return outcomes(modules, lines);
        }
        if (modules.size() == 1) {
            Files.write(folder.resolve("output.txt"), lines);
            return List.of(Optional.empty());
        }
        List<Optional<List<Outcome>>> outcomes = new ArrayList<>();
        int half = modules.size() / 2;
        outcomes.addAll(new CompiledBatch(machine, target, folder.resolve("first")).run(modules.subList(0, half), optimization));
        outcomes.addAll(new CompiledBatch(machine, target, folder.resolve("second")).run(modules.subList(half, modules.size()),
                i -> optimization.apply(i + half)));
        return outcomes;
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
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
