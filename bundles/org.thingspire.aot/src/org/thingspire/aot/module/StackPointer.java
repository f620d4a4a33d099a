// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.ValType;

/**
 * Finds the global that C and its like use as the stack pointer. A function lowers it on entry and raises it before it returns, so one that
 * traps leaves it low: whoever calls the module has to put it back.
 *
 * <p>WebAssembly knows no such thing. By LLVM's convention it is called {@code __stack_pointer}, by an export or in the name section. Where
 * nothing is called so, as in a stripped module, it is the global that some function lowers first of all, by a multiple of 16: its
 * alignment in the C ABI for WebAssembly.
 */
public final class StackPointer {

    private static final String NAME = "__stack_pointer";
    private static final int ALIGNMENT = 16;

    /** What is known of a value: a constant, or a distance from the global's value on entry. */
    private record Value(boolean fromGlobal, long amount) {
    }

    private final DecodedModule module;

    private StackPointer(DecodedModule module) {
        this.module = module;
    }

    /** The index of the global; empty if the module has none or never changes it. */
    public static OptionalInt of(DecodedModule module) {
        return new StackPointer(module).find();
    }

    private OptionalInt find() {
        List<Integer> candidates = IntStream.range(0, module.wasm().globalSection().globalCount())
                .filter(own -> isVariable(module.wasm().globalSection().getGlobal(own)))
                .map(own -> own + module.importCount(ExternalType.GLOBAL)).filter(this::isSet).boxed().toList();
        return Stream.of(candidates.stream().filter(this::isNamed), candidates.stream().filter(this::isLoweredOnEntry))
                .flatMap(found -> found).mapToInt(Integer::intValue).findFirst();
    }

    private static boolean isVariable(Global global) {
        return global.mutabilityType() == MutabilityType.Var && global.valueType().equals(ValType.I32);
    }

    private boolean isSet(int global) {
        return bodies().anyMatch(body -> body.stream().anyMatch(instruction -> accesses(instruction, OpCode.GLOBAL_SET, global)));
    }

    private boolean isNamed(int global) {
        return module.names().ofGlobal(global).filter(NAME::equals).isPresent() || module.ownExports(ExternalType.GLOBAL)
                .anyMatch(export -> export.index() == global && export.name().equals(NAME));
    }

    private boolean isLoweredOnEntry(int global) {
        return bodies().anyMatch(body -> lowersFirst(body, global));
    }

    private Stream<List<? extends Instruction>> bodies() {
        return Stream.of(module.wasm().codeSection().functionBodies()).map(FunctionBody::instructions);
    }

    private static boolean accesses(Instruction instruction, OpCode opcode, int global) {
        return instruction.opcode() == opcode && instruction.operand(0) == global;
    }

    /** Follows the values of a function's first straight instructions until it sets the global, or does what no prologue does. */
    private static boolean lowersFirst(List<? extends Instruction> body, int global) {
        Deque<Value> stack = new ArrayDeque<>();
        Map<Long, Value> locals = new HashMap<>();
        for (Instruction instruction : body) {
            switch (instruction.opcode()) {
                case GLOBAL_GET -> {
                    if (!accesses(instruction, OpCode.GLOBAL_GET, global)) {
                        return false;
                    }
                    stack.push(new Value(true, 0));
                }
                case I32_CONST -> stack.push(new Value(false, (int) instruction.operand(0)));
                case LOCAL_GET -> {
                    Value value = locals.get(instruction.operand(0));
                    if (value == null) {
                        return false;
                    }
                    stack.push(value);
                }
                case LOCAL_SET -> locals.put(instruction.operand(0), stack.pop());
                case LOCAL_TEE -> locals.put(instruction.operand(0), stack.peek());
                case I32_SUB, I32_ADD -> {
                    Value right = stack.pop();
                    Value left = stack.pop();
                    if (right.fromGlobal()) {
                        return false;
                    }
                    stack.push(new Value(left.fromGlobal(),
                            left.amount() + (instruction.opcode() == OpCode.I32_ADD ? right.amount() : -right.amount())));
                }
                case GLOBAL_SET -> {
                    Value value = stack.pop();
                    return accesses(instruction, OpCode.GLOBAL_SET, global) && value.fromGlobal() && value.amount() < 0
                            && value.amount() % ALIGNMENT == 0;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }
}
