// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.Optimization;
import org.thingspire.spec.Machine;

/** Compares compiled modules with an interpreter, on one machine. Several threads may compare at once. */
final class Comparison {

    private static final int SHRINKING_ATTEMPTS = 400;

    private final Subject subject;
    private final Machine machine;
    private final CodeTarget target;
    private final Path work;
    private final AtomicInteger programs = new AtomicInteger();

    /** @param equal how many calls ended as they had to; {@code differences} tell of modules where one did not */
    record Result(int modules, int equal, List<String> differences) {

        Result plus(Result other) {
            List<String> all = new ArrayList<>(differences);
            all.addAll(other.differences);
            return new Result(modules + other.modules, equal + other.equal, all);
        }
    }

    /** @param target what modules are compiled for, which the machine runs */
    Comparison(Subject subject, Machine machine, CodeTarget target, Path work) {
        this.subject = subject;
        this.machine = machine;
        this.target = target;
        this.work = work;
    }

    /** The level varies with the seed, so that every level gets its share. */
    static Optimization level(long seed) {
        return Optimization.values()[(int) Long.remainderUnsigned(seed, Optimization.values().length)];
    }

    Result compare(long firstSeed, int count) throws IOException, InterruptedException, CompileException {
        List<RandomModule> modules = LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> subject.generate(Choices.random(seed))).toList();
        List<Optional<List<Outcome>>> actual = new CompiledBatch(machine, target, newFolder()).run(modules, i -> level(firstSeed + i));
        int equal = 0;
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Outcome> expected = subject.expected(modules.get(i));
            if (actual.get(i).filter(expected::equals).isPresent()) {
                equal += expected.size();
            } else {
                differences.add(describe(modules.get(i), firstSeed + i));
            }
        }
        return new Result(count, equal, differences);
    }

    private Path newFolder() {
        return work.resolve("program" + programs.incrementAndGet());
    }

    private Optional<String> difference(RandomModule module, Optimization level) {
        try {
            List<Outcome> expected = subject.expected(module);
            Optional<List<Outcome>> actual = new CompiledBatch(machine, target, newFolder()).run(List.of(module), i -> level).getFirst();
            if (actual.filter(expected::equals).isPresent()) {
                return Optional.empty();
            }
            return Optional.of("expected %s, got %s".formatted(expected, actual.map(Object::toString).orElse("a crash")));
        } catch (IOException | CompileException e) {
            return Optional.of(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String describe(RandomModule module, long seed) throws IOException {
        Optimization level = level(seed);
        Choices smallest = new Shrinker(choices -> difference(subject.generate(choices), level).isPresent(), SHRINKING_ATTEMPTS)
                .shrink(module.choices());
        RandomModule shrunk = subject.generate(smallest);
        Path file = Files.write(work.resolve("seed" + seed + "-" + level + ".wasm"), shrunk.wasm());
        return "seed %d at %s on %s, shrunk to %d bytes in %s: %s: %s".formatted(seed, level, target.cpu(),
                shrunk.wasm().length, file.toAbsolutePath(), shrunk.calls(), difference(shrunk, level).orElse("no longer differs"));
    }
}
