// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.topology.model.Optimization;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyFactory;

/** What is compiled again, and what is not. */
class PlacementCompilerTest {

    private static final byte[] WASM = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 4, 1, 2, 0, 0x0b};

    @TempDir
    private Path folder;
    private final List<String> done = new ArrayList<>();
    private final Placement placement = TopologyFactory.eINSTANCE.createPlacement();
    private final ForkedCompiler compiler = new ForkedCompiler();
    private Board board;

    private final Progress progress = new Progress() {
        @Override
        public void begin(int pieces) {
        }

        @Override
        public void working(String what) {
            done.add(what);
        }

        @Override
        public void done() {
        }
    };

    @BeforeEach
    void chooseBoard() {
        board = board("mps2-an385");
    }

    @AfterEach
    void closeCompiler() {
        compiler.close();
    }

    private static Board board(String name) {
        return BoardCatalog.read(Path.of(System.getProperty("thingspire.home"), "runtime", "boards")).find(name).orElseThrow();
    }

    private Path compile(Path project, Profile profile, byte[] wasm) throws IOException, InterruptedException {
        return compiled(project, profile, wasm).object();
    }

    private PlacementCompiler.Compiled compiled(Path project, Profile profile, byte[] wasm) throws IOException, InterruptedException {
        Path file = Files.write(Files.createDirectories(project.resolve("modules")).resolve("small.wasm"), wasm);
        return new PlacementCompiler(LlvmTools.bundled(), compiler, project, progress)
                .compile(new WasmModule("small", file, file, List.of()), placement, board, profile, project.resolve("out"));
    }

    @Test
    void userIsToldOfAFunctionThatIsTooLargeToOptimizeAlsoWhenItIsNotCompiledAgain() throws Exception {
        byte[] wasm = loops(201);

        for (int i = 0; i < 2; i++) {
            assertThat(compiled(folder, Profile.RELEASE, wasm).warnings()).singleElement().asString()
                    .contains("small.wasm", "function f0 is not optimized", "201 loops, more than 200");
        }
        assertThat(done).hasSize(1);
        assertThat(compiled(folder, Profile.DEBUG, wasm).warnings()).isEmpty();
    }

    /** A module with a function of empty loops. */
    private static byte[] loops(int count) {
        ByteBuffer code = ByteBuffer.allocate(3 * count + 2).put((byte) 0);
        for (int i = 0; i < count; i++) {
            code.put(new byte[] {3, 0x40, 0x0b});
        }
        code.put((byte) 0x0b);
        ByteBuffer module = ByteBuffer.allocate(code.position() + 24).put(WASM, 0, 18).put((byte) 10);
        twoBytes(module, code.position() + 3);
        module.put((byte) 1);
        twoBytes(module, code.position());
        return module.put(code.flip()).array();
    }

    /** In LEB128. */
    private static void twoBytes(ByteBuffer module, int number) {
        module.put((byte) (number & 0x7f | 0x80)).put((byte) (number >> 7));
    }

    private int compilations() throws IOException, InterruptedException {
        compile(folder, Profile.RELEASE, WASM);
        return done.size();
    }

    @Test
    void nothingIsCompiledAgainWhileNothingChanges() throws Exception {
        assertThat(compilations()).isEqualTo(1);
        assertThat(compilations()).isEqualTo(1);
    }

    @Test
    void anyOptionCompilesAgain() throws Exception {
        assertThat(compilations()).isEqualTo(1);
        placement.setOptimize(Optimization.O3);
        assertThat(compilations()).as("level").isEqualTo(2);
        placement.setMemory(4096);
        assertThat(compilations()).as("budget").isEqualTo(3);
        board = board("mps2-an386");
        assertThat(compilations()).as("processor").isEqualTo(4);
        compile(folder, Profile.DEBUG, WASM);
        assertThat(done).as("profile").hasSize(5);
    }

    @Test
    void anotherContentCompilesAgainAndTheOldOneToo() throws Exception {
        byte[] other = WASM.clone();
        other[22] = 2; // pages
        assertThat(compilations()).isEqualTo(1);
        compile(folder, Profile.RELEASE, other);
        assertThat(done).hasSize(2);
        assertThat(compilations()).as("only the last is kept").isEqualTo(3);
    }

    @Test
    void theFolderLeavesNoTraceInTheObject() throws Exception {
        Path here = compile(folder.resolve("here"), Profile.RELEASE, WASM);
        Path there = compile(folder.resolve("far/away/there"), Profile.RELEASE, WASM);

        assertThat(done).hasSize(2);
        assertThat(there).hasSameBinaryContentAs(here);
    }
}
