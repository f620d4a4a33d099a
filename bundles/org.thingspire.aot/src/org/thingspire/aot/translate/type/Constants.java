// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * Constant expressions of integers and floats whose value is known before anything runs, {@code add}, {@code sub} and
 * {@code mul} included (WebAssembly 3.0, extended constant expressions). {@link org.thingspire.aot.translate.module.ConstantExpressions} does all others.
 */
public final class Constants {

    private Constants() {
    }

    /** Whether the value, of any type, is known before anything runs. */
    public static boolean isSettled(List<Instruction> expression) {
        return expression.stream().noneMatch(instruction -> instruction.opcode() == OpCode.GLOBAL_GET);
    }

    /** Whether {@link #bits} can tell the value: it is a number and no imported global has a part in it. */
    public static boolean isKnown(List<Instruction> expression) {
        return expression.stream().noneMatch(instruction -> switch (instruction.opcode()) {
            case GLOBAL_GET, REF_FUNC, REF_NULL, V128_CONST -> true;
            default -> false;
        });
    }

    /** The value's bits; of an i32 the upper half doesn't matter. */
    public static long bits(List<Instruction> expression) {
        Deque<Long> values = new ArrayDeque<>();
        for (Instruction instruction : expression) {
            switch (instruction.opcode()) {
                case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> values.push(instruction.operand(0));
                case END -> {}
                default -> {
                    long right = values.pop();
                    values.push(arithmetic(instruction.opcode(), values.pop(), right));
                }
            }
        }
        return values.pop();
    }

    /** The lower half of the result depends on the lower halves only, so i32 needs nothing of its own. */
    private static long arithmetic(OpCode opcode, long left, long right) {
        return switch (opcode) {
            case I32_ADD, I64_ADD -> left + right;
            case I32_SUB, I64_SUB -> left - right;
            case I32_MUL, I64_MUL -> left * right;
            default -> throw new IllegalStateException("SupportCheck let pass " + opcode);
        };
    }

    /** An i32 as an unsigned number: an address or an index. */
    public static long unsigned(List<Instruction> expression) {
        return bits(expression) & 0xffff_ffffL;
    }
}
