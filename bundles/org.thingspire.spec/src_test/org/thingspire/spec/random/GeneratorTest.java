// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.TrapKind;

import run.endive.wasm.Parser;
import run.endive.wasm.types.OpCode;

/** What makes the random modules of any use. */
class GeneratorTest {

    private static final int SEEDS = 200;
    /** Enough for the traps that are seldom. */
    private static final int RUNS = 2000;

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
        assertThat(used(Subject.VECTORS)).containsAll(
                Stream.of(OpCode.values()).filter(opcode -> opcode.opcode() >> Byte.SIZE == VectorOperator.PREFIX).toList());
    }

    @Test
    void theOthersHaveAllInstructionsOfReferencesTablesAndTailCalls() {
        assertThat(used(Subject.NUMBERS)).contains(OpCode.REF_NULL, OpCode.REF_FUNC, OpCode.REF_IS_NULL, OpCode.SELECT_T,
                OpCode.TABLE_GET, OpCode.TABLE_SET, OpCode.TABLE_SIZE, OpCode.TABLE_GROW, OpCode.TABLE_FILL, OpCode.TABLE_COPY,
                OpCode.TABLE_INIT, OpCode.ELEM_DROP, OpCode.MEMORY_INIT, OpCode.DATA_DROP, OpCode.RETURN_CALL,
                OpCode.RETURN_CALL_INDIRECT);
    }

    @Test
    void someModulesImportTheirMemoryOrTableOrGlobals() {
        List<ModuleImports> imports = IntStream.range(0, SEEDS).mapToObj(seed -> ModuleGenerator.generate(Choices.random(seed)).imports()).toList();

        assertThat(imports).anyMatch(ModuleImports.NONE::equals);
        assertThat(imports).anyMatch(imported -> imported.memoryPages() > 0).anyMatch(imported -> imported.tableElements() > 0);
        assertThat(imports.stream().flatMap(imported -> imported.globals().stream()).map(ModuleImports.Global::type)).contains(Type.values());
    }

    private static Set<OpCode> used(Subject subject) {
        Set<OpCode> used = EnumSet.noneOf(OpCode.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            Stream.of(Parser.parse(subject.generate(Choices.random(seed)).wasm()).codeSection().functionBodies())
                    .flatMap(body -> body.instructions().stream()).forEach(instruction -> used.add(instruction.opcode()));
        }
        return used;
    }

    @Test
    void theSameSeedMakesTheSameModule() {
        RandomModule first = ModuleGenerator.generate(Choices.random(7));
        RandomModule second = ModuleGenerator.generate(Choices.random(7));

        assertThat(second.wasm()).isEqualTo(first.wasm());
        assertThat(second.calls()).isEqualTo(first.calls());
    }

    @Test
    void mostCallsReturnAndSomeTrapInEveryWay() {
        long[] ends = new long[64];
        for (int seed = 0; seed < RUNS; seed++) {
            Interpreter.run(ModuleGenerator.generate(Choices.random(seed))).forEach(outcome -> ends[outcome.trap()]++);
        }

        assertThat(ends[0]).as("returned").isGreaterThan(2 * RUNS);
        for (int kind = 1; kind <= TrapKind.values().length; kind++) {
            assertThat(ends[kind]).as("trap %d", kind).isPositive();
        }
    }

    /** Else nothing shows that an access lost its trap: one past the end must be reached, and not be hidden by one before it. */
    @Test
    void callsAboutAccessesEndOnBothSidesOfTheMemorysEnd() {
        List<Outcome> outcomes = IntStream.range(0, SEEDS).mapToObj(Choices::random)
                .flatMap(choices -> Interpreter.run(ModuleGenerator.generateAboutAccesses(choices)).stream()).toList();

        assertThat(outcomes).hasSizeGreaterThan(8 * SEEDS);
        assertThat(outcomes).filteredOn(outcome -> outcome.trap() == 0).hasSizeGreaterThan(outcomes.size() / 4);
        assertThat(outcomes).filteredOn(outcome -> outcome.trap() == TrapKind.OUT_OF_BOUNDS_MEMORY.number())
                .hasSizeGreaterThan(outcomes.size() / 4);
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
        int simplest = ModuleGenerator.generate(Choices.of()).wasm().length;
        assertThat(ModuleGenerator.generate(small).wasm().length).isLessThan(simplest + 200);
    }
}
