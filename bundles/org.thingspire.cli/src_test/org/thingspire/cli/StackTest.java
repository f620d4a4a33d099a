// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A module's stack ends in a guard, and no frame is large enough to step over it. */
@Tag("qemu")
class StackTest {

    private static final String TOPOLOGY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:topology="http://thingspire.org/topology/1" name="stack">
              <modules name="deep" source="deep.wat"/>
              <modules name="neighbor" source="neighbor.c"/>
              <nodes name="controller" kind="device" board="%s"/>
              <placements module="deep" node="controller"/>
              <placements module="neighbor" node="controller"/>
              <tasks name="dig" module="deep" function="test:stack/deep#dig" periodMs="50"/>
              <tasks name="look" module="neighbor" function="test:stack/neighbor#look" periodMs="20"/>
            </topology:Topology>
            """;

    private static final String NEIGHBOR = """
            #include <thingspire.h>
            static volatile unsigned char bytes[4096];
            static int looks;
            TS_EXPORT("test:stack/neighbor#look") void look(void) {
                int wrong = 0;
                for (unsigned i = 0; i < sizeof bytes; i++) {
                    wrong += bytes[i] != (unsigned char)(looks == 0 ? 0 : i * 7);
                    bytes[i] = (unsigned char)(i * 7);
                }
                looks++;
                if (looks % 20 == 0 || wrong != 0) {
                    ts_log("%d bytes changed", wrong);
                }
            }
            """;

    @TempDir
    private Path folder;

    /** Each call keeps that many numbers of 8 bytes while it calls itself. */
    private static String deep(int numbers) {
        String locals = each(numbers, "(local $v%1$d i64)");
        String loads = each(numbers, "(local.set $v%1$d (i64.load offset=%2$d (i32.const 0)))");
        String uses = each(numbers, "(i64.xor (i64.mul (local.get $v%1$d) (i64.const %2$d)))");
        return """
                (module (memory 1)
                  (func $down (param $n i32) (result i64)
                    %s
                    %s
                    (i64.store offset=8 (i32.const 0) (i64.extend_i32_u (local.get $n)))
                    (if (result i64) (i32.eqz (local.get $n)) (then (i64.const 1)) (else (call $down (i32.sub (local.get $n) (i32.const 1)))))
                    %s)
                  (func (export "test:stack/deep#dig") (drop (call $down (i32.const 1000)))))
                """.formatted(locals, loads, uses);
    }

    private static String each(int numbers, String text) {
        return IntStream.range(0, numbers).mapToObj(i -> text.formatted(i, 8 * i + 8)).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mps2-an385", "mps2-an386", "mps2-an505"})
    void recursionWithFramesOfAnySizeIsTrappedAndTheNeighborKeepsItsMemory(String board) throws IOException {
        Files.writeString(folder.resolve("stack.topology"), TOPOLOGY.formatted(board));
        Files.writeString(folder.resolve("neighbor.c"), NEIGHBOR);
        for (int numbers : new int[] {12, 30, 540}) {
            Files.writeString(folder.resolve("deep.wat"), deep(numbers));

            CommandOutcome outcome = CommandOutcome.until(soFar -> soFar.console("controller").contains("0 bytes changed")
                    && soFar.console("controller").stream().anyMatch(line -> line.startsWith("trap:")), "run", folder);

            assertThat(outcome.exitCode()).as(outcome.error()).isEqualTo(4);
            assertThat(outcome.console("controller")).as("%d numbers", numbers).contains("0 bytes changed")
                    .filteredOn(line -> line.startsWith("trap:") || line.startsWith("failure:") || line.endsWith("changed"))
                    .anyMatch(line -> line.startsWith("trap:"))
                    .allMatch(line -> line.matches("0 bytes changed|trap: call stack exhausted in deep\\.\\w+ \\(deep\\.wat\\)"));
        }
    }
}
