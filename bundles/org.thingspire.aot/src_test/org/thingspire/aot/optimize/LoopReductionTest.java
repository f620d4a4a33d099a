// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;

class LoopReductionTest {

    @Test
    void functionsThatMayTrapAreLeftAlone() throws CompilerFailure {
        try (LlvmContext context = new LlvmContext(); IrModule module = new IrModule(context, "module")) {
            LLVMValueRef plain = function(module, "plain", "");
            function(module, "trapping", "udf #5");
            module.addFunction("elsewhere", context.function(context.nothing, List.of()));
            List<LLVMValueRef> reduced = new ArrayList<>();

            LoopReduction.run(module, (function, pass) -> reduced.add(function));

            assertThat(reduced).containsExactly(plain);
        }
    }

    private static LLVMValueRef function(IrModule module, String name, String trap) {
        LlvmContext context = module.context();
        LLVMValueRef function = module.addFunction(name, context.function(context.nothing, List.of()));
        try (IrBuilder builder = new IrBuilder(module, function)) {
            builder.continueIn(builder.newBlock());
            if (!trap.isEmpty()) {
                builder.assembly(trap, "");
            }
            builder.ret();
        }
        return function;
    }
}
