// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.thingspire.aot.api.Optimization;
import org.thingspire.board.Board;
import org.thingspire.builder.step.Workers;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.cli.console.TemporaryFolder;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.spec.Machine;
import org.thingspire.spec.SpecRun;
import org.thingspire.spec.SpecSuite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "spec",
        description = "Run the WebAssembly test suite on a board: each script is compiled, linked with a driver and executed.")
public final class SpecCommand extends ContextCommand {

    @Parameters(index = "0", paramLabel = "<zip|dir>", description = "The suite, converted by wast2json: JSON scripts and modules.")
    private Path suiteFile;

    @Option(names = "--board", paramLabel = "<board>", required = true, description = "The board to run on; see thingspire boards.")
    private String boardName;

    @Option(names = "--filter", paramLabel = "<glob>", defaultValue = "*",
            description = "Only scripts with such names, for example 'i32*' or '{i32,i64,int_*}'.")
    private String filter;

    @Option(names = "-O", paramLabel = "<level>", defaultValue = "2", converter = OptimizationLevel.class,
            description = "0, 1, 2, 3 or s; as in -Os. Default: ${DEFAULT-VALUE}.")
    private Optimization optimization;

    public SpecCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(suiteFile)) {
            throw new UserException(Problem.error(suiteFile, "there is no such file", "Check the path."));
        }
        Board board = context.board(boardName);
        try (SpecSuite suite = SpecSuite.open(suiteFile); TemporaryFolder work = TemporaryFolder.create("thingspire-spec-")) {
            Machine machine = Machine.of(board, context.installation(), work.path());
            return report(outcomes(new SpecRun(suite, machine, optimization, work.path()), scripts(suite)));
        }
    }

    private List<String> scripts(SpecSuite suite) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + filter);
        List<String> scripts = suite.scripts().stream().filter(script -> matcher.matches(Path.of(script))).toList();
        if (scripts.isEmpty()) {
            throw new UserException(Problem.error(suiteFile, "no script in it has a name like " + filter, "Check --filter."));
        }
        return scripts;
    }

    private List<SpecRun.Outcome> outcomes(SpecRun run, List<String> scripts) throws InterruptedException {
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            List<Callable<SpecRun.Outcome>> work = new ArrayList<>();
            for (String script : scripts) {
                work.add(() -> {
                    SpecRun.Outcome outcome = run.run(script);
                    tell(outcome);
                    return outcome;
                });
            }
            return workers.all(work);
        }
    }

    /** Called by several threads. */
    private synchronized void tell(SpecRun.Outcome outcome) {
        outcome.failures().forEach(failure -> say("%s: %s", outcome.script(), failure));
        say("%-40s %5s passed %3s failed %4s skipped", outcome.script(), outcome.passed(), outcome.failures().size(),
                outcome.skippedCount());
        emit(Map.of("script", outcome.script(), "passed", outcome.passed(), "failures", outcome.failures(), "skipped", outcome.skipped()));
    }

    private int report(List<SpecRun.Outcome> outcomes) {
        int passed = outcomes.stream().mapToInt(SpecRun.Outcome::passed).sum();
        int failed = outcomes.stream().mapToInt(outcome -> outcome.failures().size()).sum();
        Map<String, Integer> skipped = new TreeMap<>();
        outcomes.forEach(outcome -> outcome.skipped().forEach((reason, count) -> skipped.merge(reason, count, Integer::sum)));
        skipped.forEach((reason, count) -> say("%s skipped: %s", count, reason));
        int all = skipped.values().stream().mapToInt(count -> count).sum();
        say("%s passed, %s failed, %s skipped", passed, failed, all);
        emit(Map.of("passed", passed, "failed", failed, "skipped", all));
        return failed == 0 ? ExitCode.DONE : ExitCode.RUN_FAILED;
    }
}
