// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMPHI;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.IrText;
import org.thingspire.aot.optimize.flow.FlowGraph;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.flow.Range;

/** How much the analysis looks at in functions that are large in one way: a function of twice the size takes about twice as much. */
class ValueRangesTest {

    private static final int SIZE = 200;
    private static final double ABOUT_TWICE = 2.3;
    private static final int VARIABLES = 8;

    @Test
    void aLoopsHeadThatManyBlocksGoBackTo() throws CompilerFailure {
        growsAsItsFunction(ValueRangesTest::interpreter);
    }

    @Test
    void aRowOfDecisions() throws CompilerFailure {
        growsAsItsFunction(count -> """
                define i32 @f(ptr %p, i32 %v0) {
                d0:
                """ + each(count, """
                  %%l%1$d = load volatile i32, ptr %%p
                  %%c%1$d = icmp ult i32 %%l%1$d, 1000
                  br i1 %%c%1$d, label %%t%1$d, label %%e%1$d
                t%1$d:
                  %%s%1$d = add i32 %%v%1$d, 4
                  %%k%1$d = icmp ugt i32 %%s%1$d, 70000
                  br i1 %%k%1$d, label %%e%1$d, label %%d%2$d
                e%1$d:
                  br label %%d%2$d
                d%2$d:
                  %%v%2$d = phi i32 [ %%s%1$d, %%t%1$d ], [ %%v%1$d, %%e%1$d ]
                """) + "  ret i32 %%v%d\n}\n".formatted(count));
    }

    @Test
    void aRowOfChecksWithoutAnythingElse() throws CompilerFailure {
        growsAsItsFunction(count -> """
                define void @f(ptr %p) {
                d0:
                """ + each(count, """
                  %%l%1$d = load volatile i32, ptr %%p
                  %%c%1$d = icmp ugt i32 %%l%1$d, 65532
                  br i1 %%c%1$d, label %%trap, label %%d%2$d
                d%2$d:
                """) + "  ret void\ntrap:\n  ret void\n}\n");
    }

    @Test
    void areKnownOfLoopsWithinEachOther() throws CompilerFailure {
        inLoops(5, (ranges, counter) -> assertThat(ranges.at(counter.block, counter)).isEqualTo(Range.upTo(99)));
    }

    /** Each round of an outer loop goes through all inner ones. */
    @Test
    void areGivenUpWhereThatWouldTakeFarMoreStepsThanTheFunctionIsLarge() throws CompilerFailure {
        inLoops(1000, (ranges, counter) -> {
            assertThat(ranges.at(counter.block, counter).isAll()).isTrue();
            assertThat(ranges.steps()).isLessThan(10_000_000);
        });
    }

    private static void inLoops(int depth, BiConsumer<ValueRanges, Node> check) throws CompilerFailure {
        String heads = each(depth, """
                h%1$d:
                  %%i%1$d = phi i32 [ 0, %%from%1$d ], [ %%j%1$d, %%b%1$d ]
                  br label %%h%2$d
                """).replaceAll("%from0", "%entry");
        for (int i = 1; i < depth; i++) {
            heads = heads.replace("%%from%d ".formatted(i), "%%h%d ".formatted(i - 1));
        }
        String ends = IntStream.range(0, depth).map(i -> depth - 1 - i).mapToObj(i -> """
                b%1$d:
                  %%j%1$d = add i32 %%i%1$d, 1
                  %%c%1$d = icmp ult i32 %%j%1$d, 100
                  br i1 %%c%1$d, label %%h%1$d, label %%%2$s
                """.formatted(i, i == 0 ? "end" : "b" + (i - 1))).collect(Collectors.joining());
        IrText.after("define void @f() {\nentry:\n  br label %h0\n" + heads + "h%1$d:\n  br label %%b%2$d\n".formatted(depth, depth - 1)
                + ends + "end:\n  ret void\n}\n", module -> {
                    FlowGraph graph = IrText.graph(module, "f");
                    Node counter = graph.order().stream().map(block -> block.instructions.getFirst())
                            .filter(node -> node.opcode == LLVMPHI).reduce((first, second) -> second).orElseThrow();
                    check.accept(new ValueRanges(graph), counter);
                });
    }

    /** Every case of a switch changes one variable and goes back to the head, which chooses again. */
    private static String interpreter(int cases) {
        String phis = IntStream.range(0, VARIABLES).mapToObj(variable -> "  %%v%1$d = phi i32 [ 0, %%entry ]%2$s\n".formatted(variable,
                IntStream.range(0, cases).mapToObj(i -> ", [ %%%s%d, %%c%d ]".formatted(i % VARIABLES == variable ? "x" : "v",
                        i % VARIABLES == variable ? i : variable, i)).collect(Collectors.joining())))
                .collect(Collectors.joining());
        return "define void @f(ptr %p) {\nentry:\n  br label %head\nhead:\n" + phis + """
                  %pc = load volatile i32, ptr %p
                  switch i32 %pc, label %end [
                """ + each(cases, "    i32 %1$d, label %%c%1$d\n") + "  ]\n" + IntStream.range(0, cases).mapToObj(i -> """
                c%1$d:
                  %%x%1$d = add i32 %%v%2$d, %1$d
                  br label %%head
                """.formatted(i, (i * 7 + 1) % VARIABLES)).collect(Collectors.joining()) + "end:\n  ret void\n}\n";
    }

    private static void growsAsItsFunction(IntFunction<String> function) throws CompilerFailure {
        assertThat((double) steps(function.apply(2 * SIZE)) / steps(function.apply(SIZE))).isLessThan(ABOUT_TWICE);
    }

    private static long steps(String text) throws CompilerFailure {
        AtomicLong steps = new AtomicLong();
        IrText.after(text, module -> steps.set(new ValueRanges(IrText.graph(module, "f")).steps()));
        return steps.get();
    }

    /** @param line with its number, and the next one's */
    private static String each(int count, String line) {
        return IntStream.range(0, count).mapToObj(i -> line.formatted(i, i + 1)).collect(Collectors.joining());
    }
}
