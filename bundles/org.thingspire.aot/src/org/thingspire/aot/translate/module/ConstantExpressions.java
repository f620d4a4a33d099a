// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import static org.bytedeco.llvm.global.LLVM.LLVMAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMMul;
import static org.bytedeco.llvm.global.LLVM.LLVMSub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * Constant expressions as code (specification 3.3.7 with 3.0's extension). What depends on no imported global comes out as
 * an LLVM constant, because the builder folds.
 */
public final class ConstantExpressions {

    private final References references;
    private final Globals globals;

    public ConstantExpressions(References references, Globals globals) {
        this.references = references;
        this.globals = globals;
    }

    /** The value of the expression at the time when the built code runs. */
    public LLVMValueRef evaluate(IrBuilder builder, List<Instruction> expression) {
        Deque<LLVMValueRef> values = new ArrayDeque<>();
        for (Instruction instruction : expression) {
            switch (instruction.opcode()) {
                case I32_ADD, I64_ADD -> binary(builder, LLVMAdd, values);
                case I32_SUB, I64_SUB -> binary(builder, LLVMSub, values);
                case I32_MUL, I64_MUL -> binary(builder, LLVMMul, values);
                case END -> {}
                case GLOBAL_GET -> values.push(globals.get(builder, (int) instruction.operand(0)));
                default -> values.push(single(builder.context(), references, instruction));
            }
        }
        return values.pop();
    }

    private static void binary(IrBuilder builder, int operation, Deque<LLVMValueRef> values) {
        LLVMValueRef right = values.pop();
        values.push(builder.binary(operation, values.pop(), right));
    }

    /** An instruction that is a constant by itself. */
    static LLVMValueRef single(LlvmContext context, References references, Instruction instruction) {
        return switch (instruction.opcode()) {
            case I32_CONST -> context.constant((int) instruction.operand(0));
            case I64_CONST -> context.constant(context.i64, instruction.operand(0));
            case F32_CONST -> context.float32((int) instruction.operand(0));
            case F64_CONST -> context.float64(instruction.operand(0));
            case V128_CONST -> VectorShape.constant(context, instruction.operand(0), instruction.operand(1));
            case REF_NULL -> references.none();
            case REF_FUNC -> references.function((int) instruction.operand(0));
            default -> throw new IllegalStateException("SupportCheck let pass " + instruction.opcode());
        };
    }

    /** Whether the expression is one constant, which {@link #single} gives for its first instruction. Some have an {@code end}. */
    public static boolean isSingle(List<Instruction> expression) {
        boolean isOne = expression.size() == 1 || expression.size() == 2 && expression.getLast().opcode() == OpCode.END;
        return isOne && expression.getFirst().opcode() != OpCode.GLOBAL_GET;
    }
}
