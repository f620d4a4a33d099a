// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.thingspire.aot.api.Optimization;
import org.thingspire.board.Board;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.size.ElfFile;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/** Builds kernels on all ways for a board, runs them and compares. */
public final class Benchmark {

    private final Installation installation;
    private final Board board;
    private final Path driverSources;
    private final Path work;
    private final Progress progress;
    private final SubjectCompiler compiler;
    private final Meter meter;

    /**
     * @param driverSources {@code bench/driver}
     * @param work          an empty folder
     * @param memoryGrows   whether modules could ask for more memory, so that no check has a constant limit
     */
    public Benchmark(Installation installation, Board board, Path driverSources, Path work, boolean memoryGrows, Progress progress)
            throws InterruptedException {
        if (!board.isHosted() && board.qemuMachine().isEmpty()) {
            throw new UserException(Problem.error(board.file(), "QEMU does not have this board", "Choose another one."));
        }
        this.installation = installation;
        this.board = board;
        this.driverSources = driverSources;
        this.work = work;
        this.progress = progress;
        this.compiler = new SubjectCompiler(installation.llvm(), board,
                memoryGrows ? Optional.of(driverSources.resolve("grow.c")) : Optional.empty());
        this.meter = board.isHosted() ? new LinuxMeter(installation, board, driverSources, compiler.boardFlags())
                : chip("chip_kernel");
    }

    private Meter chip(String subject) throws InterruptedException {
        return new ChipMeter(installation, board, driverSources, compiler.boardFlags(), subject, work);
    }

    /** What costs are counted in: {@code instructions} or {@code ns}. */
    public String unit() {
        return meter.unit();
    }

    /** @throws UserException if the kernel can't be built, does not return, or not all ways give the same result */
    public KernelResult measure(Kernel kernel) throws InterruptedException {
        progress.working("measure " + kernel.name() + " on " + board.name());
        Map<Variant, Path> images = new EnumMap<>(Variant.class);
        Map<Variant, Long> code = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            Path folder = folder(kernel.group(), kernel.name(), variant.name());
            List<Path> objects = compiler.compile(kernel, variant, folder);
            code.put(variant, codeBytes(objects));
            images.put(variant, meter.link(kernel, objects, variant.isThroughWasm(), folder));
        }
        return new KernelResult(kernel, costs(kernel, images), code);
    }

    private Map<Variant, Double> costs(Kernel kernel, Map<Variant, Path> images) throws InterruptedException {
        Map<Variant, List<Double>> samples = new EnumMap<>(Variant.class);
        Map<Variant, Integer> results = new EnumMap<>(Variant.class);
        for (int round = 0; round < meter.rounds(); round++) {
            for (Map.Entry<Variant, Path> image : images.entrySet()) {
                Meter.Run run = meter.run(kernel, image.getValue());
                results.put(image.getKey(), run.result());
                samples.computeIfAbsent(image.getKey(), v -> new ArrayList<>()).add(run.costs().getFirst());
            }
        }
        if (results.values().stream().distinct().count() != 1) {
            throw kernel.refusal("has a result that depends on the way: " + results,
                    "A kernel must not read what it did not write, nor depend on the sizes of types.");
        }
        Map<Variant, Double> costs = new EnumMap<>(Variant.class);
        samples.forEach((variant, list) -> costs.put(variant, list.stream().sorted().toList().get(list.size() / 2)));
        return costs;
    }

    /** @return empty where calls can't be counted, which is on this machine itself */
    public List<CallCost> measureCalls() throws InterruptedException {
        return board.isHosted() ? List.of()
                : CallCost.measure(compiler, chip("chip_calls"), driverSources.resolve("calls.c"), variant -> folder("calls", variant.name()));
    }

    /** How long the compiler takes at -O2 for what clang makes of these kernels at -O2, once it is warm: without and with debug information. */
    public CompileTimes measureCompiler(List<Kernel> kernels) throws InterruptedException {
        progress.working("measure the compiler");
        List<Path> bare = new ArrayList<>();
        List<Path> debuggable = new ArrayList<>();
        for (Kernel kernel : kernels) {
            bare.add(compiler.wasm(kernel, Optimization.O2, folder("compiler", kernel.group(), kernel.name(), "bare")));
            debuggable.add(compiler.wasmWithDebugInfo(kernel, Optimization.O2,
                    folder("compiler", kernel.group(), kernel.name(), "debuggable")));
        }
        return new CompileTimes(CompileTime.measure(bare, board), CompileTime.measure(debuggable, board));
    }

    private Path folder(String... parts) {
        try {
            return Files.createDirectories(work.resolve(Path.of("", parts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long codeBytes(List<Path> objects) {
        long bytes = 0;
        for (Path object : objects) {
            try {
                bytes += ElfFile.read(object).sections().stream().filter(ElfFile.Section::isExecutable)
                        .filter(section -> !section.name().equals(".text." + SubjectCompiler.PLACEMENT + ".initialize"))
                        .mapToLong(ElfFile.Section::size).sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }
}
