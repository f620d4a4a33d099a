// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trap ended has taken of the stack of C is free again, whoever trapped and however the module was compiled. */
@Tag("qemu")
class StackAfterTrapTest {

    /** The stack of C has room for eight frames like that. */
    private static final String WORKER = """
            #include <thingspire.h>
            static volatile int zero;
            TS_EXPORT("test:stack/worker#work") void work(void) {
                volatile char room[1000];
                room[zero] = 1;
                room[1] = (char)(100 / zero);
            }
            """;
    private static final String ASKER = """
            #include <thingspire.h>
            TS_IMPORT("test:stack/worker", "work") void work(void);
            static volatile int zero;
            TS_EXPORT("test:stack/asker#ask") void ask(void) {
                volatile char room[1000];
                room[zero] = 1;
                work();
                room[1] = 1;
            }
            """;
    private static final List<String> LEVELS = List.of("o0", "o1", "o2", "o3", "os");
    private static final List<String> NODES = List.of("device", "edge");
    private static final int ENOUGH = 20;

    @TempDir
    private Path folder;

    @Test
    void theTwentiethCallTrapsAsTheFirst() throws IOException {
        Files.writeString(folder.resolve("worker.c"), WORKER);
        Files.writeString(folder.resolve("asker.c"), ASKER);
        Files.writeString(folder.resolve("stack.topology"), topology());
        List<Pattern> expected = Stream.concat(
                NODES.stream().flatMap(node -> workers(node).stream()).map(worker -> "integer divide by zero in %s\\.work.*".formatted(worker)),
                Stream.of("called module trapped \\(edge-asked\\.work on edge\\) in far-asker\\.ask.*")).map(Pattern::compile).toList();

        CommandOutcome outcome = CommandOutcome.until(soFar -> expected.stream().allMatch(trap -> count(soFar, trap) >= ENOUGH), "run", folder);

        assertThat(expected).allSatisfy(trap -> assertThat(count(outcome, trap)).as(trap.pattern() + outcome.error()).isGreaterThanOrEqualTo(ENOUGH));
        assertThat(traps(outcome)).allMatch(trap -> expected.stream().anyMatch(pattern -> pattern.matcher(trap).matches()));
    }

    /** One for each level, one that is made as new, and one that other modules ask: by a gate and, on the edge, over the link. */
    private static List<String> workers(String node) {
        return Stream.concat(LEVELS.stream(), Stream.of("always", "asked")).map(kind -> node + "-" + kind).toList();
    }

    private static String topology() {
        String modules = NODES.stream().flatMap(node -> workers(node).stream().map(worker -> """
                <modules name="%1$s" source="worker.c"/>
                <placements module="%1$s" node="%2$s" %3$s/>
                """.formatted(worker, node, worker.endsWith("always") ? "restart=\"always\""
                : worker.endsWith("asked") ? "" : "optimize=\"O" + worker.substring(node.length() + 2) + "\"")
                + (worker.endsWith("asked") ? asker(node + "-asker", node, worker)
                        : task(worker, "test:stack/worker#work"))))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:topology="http://thingspire.org/topology/1" name="stack">
                <nodes name="device" kind="device" board="mps2-an385"/>
                <nodes name="edge" kind="edge" board="linux-x86_64"/>
                <links name="line" a="device" b="edge" transport="uart" deadlineMs="60000"/>
                %s%s</topology:Topology>
                """.formatted(modules, asker("far-asker", "device", "edge-asked"));
    }

    private static String asker(String name, String node, String asked) {
        return """
                <modules name="%1$s" source="asker.c"/>
                <placements module="%1$s" node="%2$s"/>
                <wires from="%1$s" to="%3$s" interface="test:stack/worker"/>
                """.formatted(name, node, asked) + task(name, "test:stack/asker#ask");
    }

    private static String task(String module, String function) {
        return "<tasks name=\"run-%1$s\" module=\"%1$s\" function=\"%2$s\" periodMs=\"20\"/>\n".formatted(module, function);
    }

    private static List<String> traps(CommandOutcome outcome) {
        return NODES.stream().flatMap(node -> outcome.console(node).stream()).filter(line -> line.startsWith("trap: "))
                .map(line -> line.substring("trap: ".length())).toList();
    }

    private static long count(CommandOutcome outcome, Pattern trap) {
        return traps(outcome).stream().filter(line -> trap.matcher(line).matches()).count();
    }
}
