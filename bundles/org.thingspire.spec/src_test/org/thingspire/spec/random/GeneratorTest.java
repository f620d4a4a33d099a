// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.AotCompiler;

import run.endive.wasm.Parser;
import run.endive.wasm.types.OpCode;

/** What makes the random modules of any use. */
class GeneratorTest {

    private static final int SEEDS = 200;

    @Test
    void anyListOfNumbersMakesAValidModule() throws Exception {
        for (Subject subject : Subject.values()) {
            AotCompiler.validate(subject.generate(Choices.of()).wasm());
            for (int seed = 0; seed < SEEDS; seed++) {
                AotCompiler.validate(subject.generate(Choices.random(seed)).wasm());
            }
        }
    }

    @Test
    void vectorModulesHaveAllVectorInstructions() {
        Set<OpCode> used = EnumSet.noneOf(OpCode.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            Stream.of(Parser.parse(Subject.VECTORS.generate(Choices.random(seed)).wasm()).codeSection().functionBodies())
                    .flatMap(body -> body.instructions().stream()).forEach(instruction -> used.add(instruction.opcode()));
        }

        assertThat(used).containsAll(
                Stream.of(OpCode.values()).filter(opcode -> opcode.opcode() >> Byte.SIZE == VectorOperator.PREFIX).toList());
    }

    @Test
    void theSameSeedMakesTheSameModule() {
        RandomModule first = ModuleGenerator.generate(Choices.random(7));
        RandomModule second = ModuleGenerator.generate(Choices.random(7));

        assertThat(second.wasm()).isEqualTo(first.wasm());
        assertThat(second.calls()).isEqualTo(first.calls());
    }

    @Test
    void mostCallsReturnAndSomeTrapInManyWays() {
        long[] ends = new long[64];
        for (int seed = 0; seed < SEEDS; seed++) {
            Interpreter.run(ModuleGenerator.generate(Choices.random(seed))).forEach(outcome -> ends[outcome.trap()]++);
        }

        assertThat(ends[0]).as("returned").isGreaterThan(2 * SEEDS);
        for (int kind : new int[] {1, 2, 5, 8}) {
            assertThat(ends[kind]).as("trap %d", kind).isPositive();
        }
    }

    @Test
    void shrinkingLeavesLittleBesidesWhatIsLookedFor() {
        Predicate<Choices> divides = choices -> Stream
                .of(Parser.parse(ModuleGenerator.generate(choices).wasm()).codeSection().functionBodies())
                .flatMap(body -> body.instructions().stream()).anyMatch(instruction -> instruction.opcode() == OpCode.I64_DIV_S);
        Choices large = Choices.random(0);
        for (int seed = 1; !divides.test(large); seed++) {
            large = Choices.random(seed);
        }

        Choices small = new Shrinker(divides, 10_000).shrink(large);

        assertThat(divides.test(small)).isTrue();
        assertThat(small.numbers().length).isLessThan(100);
        assertThat(ModuleGenerator.generate(small).wasm().length).isLessThan(400);
    }
}
