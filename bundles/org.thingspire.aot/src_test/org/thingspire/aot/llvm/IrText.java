// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.*;

import java.nio.charset.StandardCharsets;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.optimize.flow.FlowGraph;

/** A module of LLVM's intermediate code, written as text, before and after something is done to it. */
public final class IrText {

    private static final String TARGET = """
            target datalayout = "e-m:e-p:32:32-Fi8-i64:64-v128:64:128-a:0:32-n32-S64"
            target triple = "thumbv7m-none-unknown-eabi"
            """;

    private IrText() {
    }

    public interface Step {
        void apply(IrModule module) throws CompilerFailure;
    }

    /** The text of a valid module for Cortex-M3 after a step, which must leave it valid. */
    public static String after(String text, Step step) throws CompilerFailure {
        try (LlvmContext context = new LlvmContext(); IrModule module = new IrModule(context, "module")) {
            LLVMModuleRef parsed = new LLVMModuleRef();
            byte[] bytes = (TARGET + text).getBytes(StandardCharsets.UTF_8);
            LLVMMemoryBufferRef buffer = LLVMCreateMemoryBufferWithMemoryRangeCopy(new BytePointer(bytes), bytes.length,
                    new BytePointer("text"));
            BytePointer message = new BytePointer();
            assertThat(LLVMParseIRInContext(context.ref(), buffer, parsed, message)).as(() -> message.getString()).isZero();
            assertThat(LLVMLinkModules2(module.ref(), parsed)).isZero();
            step.apply(module);
            BytePointer faults = new BytePointer();
            assertThat(LLVMVerifyModule(module.ref(), LLVMReturnStatusAction, faults)).as(() -> faults.getString() + module).isZero();
            return module.toString();
        }
    }

    public static FlowGraph graph(IrModule module, String function) {
        return new FlowGraph(LLVMGetNamedFunction(module.ref(), function), module.context().i32);
    }
}
