// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;

class StackProbesTest {

    private static final Path SIZES = Path.of("../../runtime/arch/armv7m/include/thingspire/arch.h");

    /** {@code ldr r12, [sp, #-112]}: eight bytes are for saved registers, four keep the stack aligned. */
    private static final String ONE_PROBE = bytes(0x5d, 0xf8, 0x70, 0xcc);
    /** {@code mov r12, sp; ldr r5, [r12, #-176]!} */
    private static final String LOOP = bytes(0xec, 0x46, 0x5c, 0xf8, 0xb0, 0x5d);

    @Test
    void theGuardIsAsLargeAsTheRuntimeMakesIt() throws IOException {
        assertThat(Files.readString(SIZES)).contains("#define TS_STACK_GUARD " + StackProbes.GUARD + "\n");
    }

    @Test
    void aFunctionProbesWhatItsFrameReaches() throws CompilerFailure {
        assertThat(functionWithVariable(48)).as("less than a processor saves").doesNotContain(ONE_PROBE).doesNotContain(LOOP);
        assertThat(functionWithVariable(100)).contains(ONE_PROBE).doesNotContain(LOOP);
        assertThat(functionWithVariable(5000)).contains(LOOP);
    }

    @Test
    void afterALargeFrameASmallOneIsNotProbed() throws CompilerFailure {
        functionWithVariable(5000);

        assertThat(functionWithVariable(48)).doesNotContain(ONE_PROBE).doesNotContain(LOOP);
    }

    private static String bytes(int... values) {
        return IntStream.of(values).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** The object's bytes, each as a character. */
    private static String functionWithVariable(int bytes) throws CompilerFailure {
        try (LlvmContext context = new LlvmContext();
                IrModule module = new IrModule(context, "module");
                CodeGenerator generator = new CodeGenerator(CodeTarget.CORTEX_M3, Optimization.O2, true)) {
            generator.prepare(module);
            LLVMTypeRef taker = context.function(context.nothing, List.of(context.pointer));
            LLVMValueRef take = module.addFunction("take", taker);
            LLVMValueRef function = module.addFunction("f", context.function(context.nothing, List.of()));
            try (IrBuilder builder = new IrBuilder(module, function)) {
                builder.continueIn(builder.newBlock());
                builder.call(taker, take, List.of(builder.allocate(context.array(context.i8, bytes))));
                builder.ret();
            }
            return new String(generator.emit(module), StandardCharsets.ISO_8859_1);
        }
    }
}
