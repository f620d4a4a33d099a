// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.emit.CodeGenerator;

class DiagnosticsTest {

    private static final int MORE_THAN_JAVACPP_HAS_CALLBACKS = 14;

    @Test
    void anErrorInAnyOfManyContextsIsAnExceptionAndLeavesTheProcessAlive() throws Exception {
        List<LlvmContext> contexts = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_JAVACPP_HAS_CALLBACKS; i++) {
            contexts.add(new LlvmContext());
        }
        for (LlvmContext context : contexts) {
            assertThatThrownBy(() -> emit(context, "nosuchinstruction")).isInstanceOf(CompilerFailure.class)
                    .hasMessageContaining("nosuchinstruction");
            assertThat(emit(context, "nop")).as("the next compilation on this thread").isNotEmpty();
        }
        contexts.forEach(LlvmContext::close);
    }

    @Test
    void wrongCodeIsFoundBeforeItIsCompiled() {
        try (LlvmContext context = new LlvmContext(); IrModule module = new IrModule(context, "wrong")) {
            LLVMValueRef function = module.addFunction("f", context.function(context.i32, List.of()));
            try (IrBuilder builder = new IrBuilder(module, function)) {
                builder.continueIn(builder.newBlock());
                builder.ret(context.constant(context.i64, 1));
            }
            assertThatThrownBy(module::verify).isInstanceOf(CompilerFailure.class).hasMessageContaining("return type");
        }
    }

    private static byte[] emit(LlvmContext context, String assembly) throws CompilerFailure {
        try (IrModule module = new IrModule(context, "module");
                CodeGenerator generator = new CodeGenerator(CodeTarget.CORTEX_M3, Optimization.O1, true)) {
            generator.prepare(module);
            LLVMValueRef function = module.addFunction("f", context.function(context.nothing, List.of()));
            try (IrBuilder builder = new IrBuilder(module, function)) {
                builder.continueIn(builder.newBlock());
                builder.assembly(assembly, "");
                builder.ret();
            }
            return generator.emit(module);
        }
    }
}
