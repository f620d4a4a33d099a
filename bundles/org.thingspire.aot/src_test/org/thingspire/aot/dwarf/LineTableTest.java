// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.module.CustomSections;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.module.ModuleDecoder;
import org.thingspire.aot.module.SectionMap;
import org.thingspire.aot.testing.Sources;

import run.endive.wasm.types.Instruction;

class LineTableTest {

    private static final String SOURCE = """
            #include "scale.h"
            int dropped(int a) { return a * 3; }
            __attribute__((export_name("f"))) int f(int a) {
                int b = scale(a);
                b = b +
                    a;
                return b / a;
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-gdwarf-2", "-gdwarf-4", "-gdwarf-5"})
    void tellsEachInstructionsLineInEveryVersion(String version) throws Exception {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/scale.h"), """
                static inline __attribute__((always_inline))
                int scale(int x) {
                    return x * 9;
                }
                """);
        byte[] wasm = new Sources(folder).c("main.c", SOURCE, "-Ilib", version);

        DecodedModule module = ModuleDecoder.decode(wasm);
        LineTable lines = LineTable.read(name -> CustomSections.find(wasm, module.sections(), name));

        Set<String> places = new LinkedHashSet<>();
        for (Instruction instruction : module.body(0).instructions()) {
            SourcePosition position = lines.at((long) instruction.address() - module.codeStart()).orElseThrow();
            places.add(Path.of(position.directory(), position.file()).normalize() + ":" + position.line());
        }
        Path root = folder.toRealPath();
        assertThat(places).containsExactly(root + "/main.c:3", root + "/main.c:4", root + "/lib/scale.h:3", root + "/main.c:5",
                root + "/main.c:6", root + "/main.c:7");
        SectionMap.Body body = module.sections().bodies().getFirst();
        assertThat(lines.firstIn((long) body.content() - module.codeStart(), (long) body.end() - module.codeStart()))
                .map(SourcePosition::line).contains(3);
    }

    @Test
    void codeOutsideOfFunctionsHasNoPosition() throws Exception {
        byte[] wasm = new Sources(folder).c("main.c", "__attribute__((export_name(\"f\"))) int f(int a) { return a; }\n");

        SectionMap map = SectionMap.of(wasm);
        LineTable lines = LineTable.read(name -> CustomSections.find(wasm, map, name));

        assertThat(lines.at(0)).isEmpty();
        assertThat(lines.at(1_000_000)).isEmpty();
    }

    @Test
    void damagedLinesAreNoLines() {
        byte[] damaged = {9, 0, 0, 0, 4, 0, 50, 0, 0, 0, 1, 1, 1};

        LineTable lines = LineTable.read(name -> name.equals(".debug_line") ? Optional.of(damaged) : Optional.empty());

        assertThat(lines.isEmpty()).isTrue();
    }
}
