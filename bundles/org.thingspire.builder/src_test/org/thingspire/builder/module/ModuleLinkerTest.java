// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.ModuleReader;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyFactory;

/** How the memory of a module in C is divided into stack, data and heap. */
class ModuleLinkerTest {

    private static final String DATA = """
            static int table[100];
            __attribute__((export_name("put"))) int put(int at) { table[at % 100] = at; return table[3]; }
            """;
    private static final int DATA_BYTES = 400;

    @TempDir
    private Path project;

    /** Where stack and data end; only the stack differs between calls. */
    private long end(String source, MemoryBudget budget) throws Exception {
        Files.writeString(project.resolve("m.c"), source);
        Module module = TopologyFactory.eINSTANCE.createModule();
        module.setName("m");
        module.setSource("m.c");
        Installation installation = new Installation(Path.of(System.getProperty("thingspire.home"), "runtime"), LlvmTools.bundled());
        WasmModule wasm = ModuleBuilder.create(installation, project, project.resolve("build"), new Bindings(project.resolve("bindings")),
                Profile.RELEASE, Progress.NONE)
                .build(module, budget);
        return ModuleReader.interfaceOf(Files.readAllBytes(wasm.wasm())).heapBase().orElseThrow();
    }

    private static MemoryBudget budget(int bytes) {
        return new MemoryBudget(OptionalInt.of(bytes), OptionalInt.empty());
    }

    @Test
    void theStackGetsWhatDataLeaveOfTheBudget() throws Exception {
        assertThat(end(DATA, budget(1024))).isEqualTo(1024);
        assertThat(end(DATA, budget(4096))).isEqualTo(4096);
        assertThat(end(DATA, budget(1000))).as("stacks are aligned to 16 bytes").isEqualTo(992);
    }

    @Test
    void itIsNeverLargerThanThatOfAModuleWithoutBudget() throws Exception {
        assertThat(end(DATA, MemoryBudget.NONE)).isEqualTo(8192 + DATA_BYTES);
        assertThat(end(DATA, budget(60_000))).isEqualTo(8192 + DATA_BYTES);
    }

    @Test
    void aBudgetThatLeavesNoRoomForAStackIsExceeded() throws Exception {
        assertThat(end(DATA, budget(408))).isGreaterThan(408);
    }

    @Test
    void aModuleWithAHeapKeepsThreeQuartersForIt() throws Exception {
        String heap = DATA + "extern char __heap_base;\n__attribute__((export_name(\"heap\"))) char *heap(void) { return &__heap_base; }\n";

        assertThat(end(heap, budget(4096))).isEqualTo(1024 + DATA_BYTES);
    }

    @Test
    void aPlacementMaySayHowLargeItIs() throws Exception {
        assertThat(end(DATA, new MemoryBudget(OptionalInt.of(4096), OptionalInt.of(512)))).isEqualTo(512 + DATA_BYTES);
        assertThat(end(DATA, new MemoryBudget(OptionalInt.empty(), OptionalInt.of(16_384)))).isEqualTo(16_384 + DATA_BYTES);
    }
}
