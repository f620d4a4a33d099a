// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says about every way in which links can join nodes, and wires go over them. */
class LinksTest {

    private static final Map<String, String> BOARDS = new TreeMap<>(
            Map.of("device", "mps2-an385", "edge", "linux-x86_64", "cloud", "linux-x86_64"));
    private static final int ONE_LINE = 6;

    @TempDir
    private Path folder;

    @Test
    void onlyADeviceAndAnEdgeCanBeJoinedAndAllElseIsSaidAtTheLinksLine() throws IOException {
        for (String a : BOARDS.keySet()) {
            for (String b : BOARDS.keySet()) {
                CommandOutcome outcome = check(List.of(node("one", a), node("two", b)), List.of(link("line", "one", "two")));

                if (List.of("deviceedge", "edgedevice").contains(a + b)) {
                    assertThat(outcome.error()).as(a + " and " + b).doesNotContain("error");
                    assertThat(outcome.exitCode()).isZero();
                } else {
                    assertThat(outcome.exitCode()).as(a + " and " + b).isEqualTo(1);
                    assertThat(outcome.error()).containsOnlyOnce("t.topology:").contains(
                            ("t.topology:%d: error: link \"line\" joins a node of kind %s and one of kind %s by uart,"
                                    + " which is not possible yet. Join a device and an edge node.").formatted(ONE_LINE, a, b));
                }
            }
        }
    }

    @Test
    void aLinkFromANodeToItselfIsSaidWhateverItsKind() throws IOException {
        for (String kind : BOARDS.keySet()) {
            CommandOutcome outcome = check(List.of(node("one", kind)), List.of(link("loop", "one", "one")));

            assertThat(outcome.exitCode()).as(kind).isEqualTo(1);
            assertThat(outcome.error()).containsOnlyOnce("t.topology:")
                    .contains("t.topology:5: error: link \"loop\" joins node \"one\" to itself");
        }
    }

    @Test
    void twoLinksBetweenTheSameNodesAreSaidInEitherDirection() throws IOException {
        CommandOutcome outcome = check(List.of(node("one", "edge"), node("two", "edge")),
                List.of(link("line", "one", "two"), link("again", "two", "one")));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("t.topology:7: error: link \"again\" joins the same nodes as link \"line\"");
    }

    @Test
    void aWireOverTwoLinksIsSaidAtItsLine() throws IOException {
        CommandOutcome outcome = check(List.of(node("one", "device"), node("middle", "edge"), node("two", "device")),
                List.of(link("first", "one", "middle"), link("second", "middle", "two"), placed("asker", "one"), placed("answerer", "two"),
                        "<wires from=\"asker\" to=\"answerer\" interface=\"t:t/t\"/>"));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("t.topology:13: error: wire from \"asker\" to \"answerer\" leads from node \"one\" to node"
                + " \"two\", but no link joins them. Add a link between the two nodes");
    }

    @Test
    void aWireOverALinkThatIsNotPossibleIsBlamedOnTheLinkOnly() throws IOException {
        CommandOutcome outcome = check(List.of(node("one", "device"), node("two", "device")),
                List.of(link("line", "one", "two"), placed("asker", "one"), placed("answerer", "two"),
                        "<wires from=\"asker\" to=\"answerer\" interface=\"t:t/t\"/>"));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsOnlyOnce("t.topology:").contains("t.topology:6: error: link \"line\"");
    }

    private static String node(String name, String kind) {
        return "<nodes name=\"%s\" kind=\"%s\" board=\"%s\"/>".formatted(name, kind, BOARDS.get(kind));
    }

    private static String link(String name, String a, String b) {
        return "<links name=\"%s\" a=\"%s\" b=\"%s\" transport=\"uart\"/>".formatted(name, a, b);
    }

    /** Two lines. */
    private static String placed(String module, String node) {
        return "<modules name=\"%s\" source=\"m.wat\"/>\n<placements module=\"%s\" node=\"%s\"/>".formatted(module, module, node);
    }

    private CommandOutcome check(List<String> nodes, List<String> others) throws IOException {
        Files.writeString(folder.resolve("m.wat"), "(module)");
        Files.writeString(folder.resolve("t.topology"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:topology="http://thingspire.org/topology/1" name="t">
                %s
                %s
                </topology:Topology>
                """.formatted(String.join("\n", nodes), String.join("\n", others)));
        return CommandOutcome.of("check", folder);
    }
}
