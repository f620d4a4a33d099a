// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.IrText;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.flow.Range;

class FactsTest {

    private static final int ROUNDS = 2000;
    private static List<Node> nodes;

    @BeforeAll
    static void readSomeNodes() throws CompilerFailure {
        String sums = IntStream.range(0, 100).mapToObj("  %%v%1$d = add i32 %%a, %1$d\n"::formatted).collect(Collectors.joining());
        IrText.after("define void @f(i32 %a) {\n" + sums + "  ret void\n}\n",
                module -> nodes = IrText.graph(module, "f").order().getFirst().instructions.subList(0, 100));
    }

    @Test
    void haveWhatAMapWouldHaveAfterAnyChanges() {
        Random random = new Random(1);
        Facts facts = Facts.NONE;
        Map<Node, Range> map = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            Node node = any(random);
            if (random.nextInt(3) == 0) {
                facts = facts.without(node);
                map.remove(node);
            } else {
                Range range = Range.upTo(random.nextInt(5));
                facts = facts.with(node, range);
                map.put(node, range);
            }
            assertSame(facts, map);
        }
    }

    @Test
    void areChangedWhereTwoDifferAndShareTheRest() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            Facts common = some(random, 50);
            Facts left = changed(common, random);
            Facts right = changed(common, random);

            Facts joined = left.changedWhereNotAsIn(right, (node, range) -> range.or(right.of(node)));

            for (Node node : nodes) {
                assertThat(joined.of(node)).isEqualTo(left.of(node).or(right.of(node)));
            }
            assertThat(joined.sharedWith(left)).satisfies(shared -> nodes.forEach(node -> assertThat(shared.of(node)).isEqualTo(joined.of(node))));
        }
    }

    @Test
    void thatSayTheSameBecomeTheSame() {
        Random random = new Random(3);
        Facts facts = some(random, 60);
        Facts again = Facts.NONE;
        for (Node node : nodes.reversed()) {
            again = again.with(node, facts.of(node));
        }

        assertThat(again.sharedWith(facts)).isSameAs(facts);
        assertThat(again.with(nodes.get(7), Range.of(77)).sharedWith(facts)).isNotSameAs(facts);
        assertThat(Facts.NONE.sharedWith(facts)).isSameAs(Facts.NONE);
    }

    @Test
    void areNotLookedAtWhereTheyAreShared() {
        Facts facts = some(new Random(4), 90);
        Facts other = facts.with(nodes.get(3), Range.of(33));
        AtomicInteger looks = new AtomicInteger();

        facts.with(nodes.get(5), Range.of(55)).changedWhereNotAsIn(other, (node, range) -> {
            looks.incrementAndGet();
            return range;
        });

        assertThat(looks.get()).isBetween(1, 2);
    }

    private static Facts some(Random random, int count) {
        Facts facts = Facts.NONE;
        for (int i = 0; i < count; i++) {
            facts = facts.with(any(random), Range.upTo(random.nextInt(100)));
        }
        return facts;
    }

    private static Facts changed(Facts facts, Random random) {
        Facts changed = facts;
        for (int i = random.nextInt(5); i > 0; i--) {
            changed = random.nextBoolean() ? changed.without(any(random)) : changed.with(any(random), Range.of(random.nextInt(100)));
        }
        return changed;
    }

    private static Node any(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static void assertSame(Facts facts, Map<Node, Range> map) {
        for (Node node : nodes) {
            assertThat(facts.of(node)).isEqualTo(map.getOrDefault(node, Range.ALL));
        }
    }
}
