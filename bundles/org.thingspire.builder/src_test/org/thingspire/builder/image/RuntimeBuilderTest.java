// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.setup.UserCache;
import org.thingspire.builder.step.Workers;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.UserException;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;

class RuntimeBuilderTest {

    private static final Path RUNTIME = Path.of(System.getProperty("thingspire.home"), "runtime");
    private static final String SMALL = "stm32vldiscovery";

    @TempDir
    private Path folder;

    /** Notes what is told to be done. */
    private static final class Told implements Progress {

        private final List<String> work = new ArrayList<>();

        @Override
        public void begin(int pieces) {
        }

        @Override
        public synchronized void working(String what) {
            work.add(what);
        }

        @Override
        public void done() {
        }
    }

    private Installation installation(Path runtime) {
        return new Installation(runtime, LlvmTools.bundled(), new UserCache(folder.resolve("cache")), ProgramPaths.ON_PATH);
    }

    private static RuntimeLibrary build(Installation installation, String board, Progress progress) throws InterruptedException {
        try (Workers workers = new Workers(2)) {
            return new RuntimeBuilder(installation, progress)
                    .build(BoardCatalog.read(installation.boards()).find(board).orElseThrow(), workers);
        }
    }

    @Test
    void theSecondProjectUsesWhatWasCompiledForTheFirst() throws Exception {
        Told first = new Told();
        Told second = new Told();

        RuntimeLibrary library = build(installation(RUNTIME), SMALL, first);

        assertThat(build(installation(RUNTIME), SMALL, second)).isEqualTo(library);
        assertThat(library.archive()).startsWith(folder).isNotEmptyFile();
        assertThat(first.work).containsExactly("compile the runtime for " + SMALL);
        assertThat(second.work).isEmpty();
    }

    @Test
    void aChangedHeaderOfTheRuntimeOrOfTheBoardIsCompiledAgain() throws Exception {
        Path runtime = copy(RUNTIME, folder.resolve("runtime"));
        RuntimeLibrary before = build(installation(runtime), SMALL, Progress.NONE);
        byte[] bytes = Files.readAllBytes(before.archive());
        replace(runtime.resolve("include/thingspire/trap.h"), "#pragma once", "#pragma once\n#define TS_TRIED 1\n_Static_assert(TS_TRIED, \"\");");
        Told told = new Told();

        assertThat(build(installation(runtime), SMALL, told).archive()).isEqualTo(before.archive());
        assertThat(told.work).hasSize(1);
        assertThat(Files.readAllBytes(before.archive())).as("lines have moved").isNotEqualTo(bytes);

        replace(runtime.resolve("boards/" + SMALL + "/board.json"), "\"cpuHz\": 24000000", "\"cpuHz\": 8000000");
        assertThat(build(installation(runtime), SMALL, Progress.NONE).archive()).isNotEqualTo(before.archive());
    }

    @Test
    void whoeverBuildsAtTheSameTimeGetsTheWholeLibrary() throws Exception {
        byte[] alone = Files.readAllBytes(build(new Installation(RUNTIME, LlvmTools.bundled(),
                new UserCache(folder.resolve("alone")), ProgramPaths.ON_PATH), SMALL, Progress.NONE).archive());
        List<Callable<byte[]>> builds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            builds.add(() -> Files.readAllBytes(build(installation(RUNTIME), SMALL, Progress.NONE).archive()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(builds.size())) {
            for (Future<byte[]> build : threads.invokeAll(builds)) {
                assertThat(build.get()).as("its bytes, wherever it is made").isEqualTo(alone);
            }
        }
        try (Stream<Path> left = Files.walk(folder.resolve("cache"))) {
            assertThat(left).noneMatch(file -> file.toString().contains("unfinished"));
        }
    }

    @Test
    void aCacheThatCanNotBeWrittenIsNamedWithAWayOut() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file, no folder");

        assertThatThrownBy(() -> build(installation(RUNTIME), SMALL, Progress.NONE)).isInstanceOf(UserException.class)
                .hasMessageContaining(folder.resolve("cache").toString()).hasMessageContaining("it can not be written (")
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, by));
    }

    @Test
    void aBoardWhoseRuntimeClangRefusesIsAProblemOfItsDescription() throws Exception {
        Path description = folder.resolve("boards").resolve(SMALL).resolve("board.json");
        Files.createDirectories(description.getParent());
        Files.writeString(description, Files.readString(RUNTIME.resolve("boards").resolve(SMALL).resolve("board.json"))
                .replace("\"cortex-m3\"", "\"cortex-m99\""));
        Board board = BoardCatalog.read(folder.resolve("boards")).find(SMALL).orElseThrow();

        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> new RuntimeBuilder(installation(RUNTIME), Progress.NONE).build(board, workers))
                    .isInstanceOf(UserException.class).hasMessageStartingWith(description
                            + ": error: the runtime can not be compiled for this board: unsupported argument 'cortex-m99' to option '-mcpu='")
                    .extracting(e -> ((UserException) e).problems()).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
        }
    }

    @Test
    void aDriverThatTheRuntimeDoesNotHaveIsFoundInWhatTheLinkerPrints() {
        Board board = BoardCatalog.read(RUNTIME.resolve("boards")).find(SMALL).orElseThrow();
        String driver = board.uarts().getFirst().driver();

        assertThat(Linker.missingDriver(board, "ld.lld: error: undefined symbol: ts_" + driver + "\n>>> referenced by uarts.c")).contains(driver);
        assertThat(Linker.missingDriver(board, "ld.lld: error: undefined symbol: ts_" + driver + "x\n>>> referenced by uarts.c")).isEmpty();
    }
}
