// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.thingspire.bench.Benchmark;
import org.thingspire.bench.CallCost;
import org.thingspire.bench.CompileTime;
import org.thingspire.bench.CompileTimes;
import org.thingspire.bench.Kernel;
import org.thingspire.bench.KernelResult;
import org.thingspire.bench.Report;
import org.thingspire.bench.Variant;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.cli.console.ProblemPrinter;
import org.thingspire.cli.console.TemporaryFolder;
import org.thingspire.cli.console.TerminalProgress;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench", description = {"Compare code that went through WebAssembly with code that clang made directly.",
        "A kernel is a C file, or a folder of them, with int kernel(void) and optionally void kernel_init(void).",
        "It may use the C library; what it prints goes nowhere."})
public final class BenchCommand extends ContextCommand {

    @Option(names = "--board", paramLabel = "<board>", defaultValue = "mps2-an385",
            description = "Where to run: on a board in QEMU instructions are counted, on linux-x86_64 time is taken. Default: ${DEFAULT-VALUE}.")
    private String boardName;

    @Option(names = "--kernels", paramLabel = "<dir>", description = "A folder of kernels; may be given again. Default: ThingSpire's own.")
    private List<Path> folders = List.of();

    @Option(names = "-D", paramLabel = "<macro>[=<value>]", description = "A macro for all kernels, as for clang; may be given again.")
    private List<String> macros = List.of();

    @Option(names = "-I", paramLabel = "<dir>", description = "A folder of headers for all kernels; may be given again.")
    private List<Path> headers = List.of();

    @Option(names = "--with", paramLabel = "<file.c>", description = "C that all kernels have in common; may be given again.")
    private List<Path> common = List.of();

    @Option(names = "--only", paramLabel = "<name>", description = "Only this kernel; may be given again.")
    private List<String> only = List.of();

    @Option(names = "--growing-memory",
            description = "Let modules ask for more memory, as an allocator does: what checks cost when no limit is constant.")
    private boolean memoryGrows;

    @Option(names = "--keep", paramLabel = "<dir>", description = "An empty or new folder to leave all objects and images in.")
    private Path kept;

    public BenchCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (kept != null) {
            return measure(Files.createDirectories(kept.toAbsolutePath()));
        }
        try (TemporaryFolder work = TemporaryFolder.create("thingspire-bench-")) {
            return measure(work.path());
        }
    }

    /** A kernel that can't be measured is reported, and the others go on. */
    private int measure(Path work) throws InterruptedException {
        Path home = context.home().toAbsolutePath().resolve("bench");
        List<Kernel> kernels = kernels(home);
        try (TerminalProgress progress = new TerminalProgress(context.console())) {
            Benchmark benchmark = new Benchmark(context.installation(), context.board(boardName), home.resolve("driver"), work,
                    memoryGrows, progress);
            progress.begin(kernels.size() + 1);
            List<KernelResult> results = new ArrayList<>();
            for (Kernel kernel : kernels) {
                try {
                    results.add(benchmark.measure(kernel));
                } catch (UserException refused) {
                    progress.clear();
                    refused.problems().forEach(new ProblemPrinter(context.console(), json)::print);
                }
                progress.done();
            }
            if (results.isEmpty()) {
                return ExitCode.WRONG_INPUT;
            }
            List<CallCost> calls = benchmark.measureCalls();
            CompileTimes compiler = benchmark.measureCompiler(results.stream().map(KernelResult::kernel).toList());
            progress.clear();
            print(benchmark.unit(), results, calls, compiler);
            return results.size() == kernels.size() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
        }
    }

    private List<Kernel> kernels(Path home) {
        List<String> options = Stream.concat(macros.stream().map("-D"::concat),
                headers.stream().map(folder -> "-I" + folder.toAbsolutePath())).toList();
        List<Path> sources = folders.isEmpty() ? List.of(home.resolve("integer"), home.resolve("float")) : folders;
        List<Kernel> kernels = sources.stream().flatMap(folder -> Kernel.in(folder, options).stream())
                .filter(kernel -> only.isEmpty() || only.contains(kernel.name())).map(kernel -> kernel.with(common)).toList();
        if (kernels.isEmpty()) {
            throw new UserException(Problem.error(sources.getFirst(), "there is no kernel named " + String.join(" or ", only),
                    "Leave --only away to see all names."));
        }
        return kernels;
    }

    private void print(String unit, List<KernelResult> results, List<CallCost> calls, CompileTimes compiler) {
        new Report(unit, results).lines().forEach(line -> say("%s", line));
        for (CallCost call : calls) {
            say("%s: %s instructions more than a plain C call", call.direction(), rounded(call.added()));
        }
        say("compiler: %s ms per KB of wasm at -O2, %s ms of wasm with debug information", rounded(compiler.bare().millisecondsPerKilobyte()),
                rounded(compiler.debuggable().millisecondsPerKilobyte()));
        results.forEach(result -> emit(fields(unit, result)));
        Report.byGroup(results).forEach((group, members) -> emit(Map.of("group", group, "geomean", Report.geometricMean(members),
                "codeRatio", Report.codeRatio(members))));
        calls.forEach(call -> emit(Map.of("call", call.direction(), "plain", call.plain(), "wasm", call.wasm())));
        emitCompileTime(compiler.bare(), false);
        emitCompileTime(compiler.debuggable(), true);
    }

    private void emitCompileTime(CompileTime time, boolean hasDebugInfo) {
        emit(Map.of("compiledBytes", time.wasmBytes(), "compilerNanoseconds", time.nanoseconds(), "debugInfo", hasDebugInfo));
    }

    private Map<String, Object> fields(String unit, KernelResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("board", boardName);
        fields.put("group", result.kernel().group());
        fields.put("kernel", result.kernel().name());
        fields.put("unit", unit);
        for (Variant variant : Variant.values()) {
            String name = variant.name().toLowerCase(Locale.ROOT);
            fields.put(name, result.cost().get(variant));
            fields.put(name + "_code", result.code().get(variant));
        }
        fields.put("ratio", result.ratio());
        fields.put("codeRatio", result.codeRatio());
        return fields;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
