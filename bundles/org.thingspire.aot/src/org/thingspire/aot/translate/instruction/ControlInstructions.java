// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.translate.function.ControlFrame;
import org.thingspire.aot.translate.function.FunctionState;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;

import run.endive.wasm.types.BlockType;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.ValType;

/** Blocks and branches (specification 4.4.8). {@link FunctionState} explains the machinery. */
public final class ControlInstructions {

    private ControlInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.UNREACHABLE, ControlInstructions::unreachable);
        table.add(OpCode.NOP, (function, instruction) -> {});
        table.add(OpCode.BLOCK, ControlInstructions::block);
        table.add(OpCode.LOOP, ControlInstructions::loop);
        table.add(OpCode.IF, ControlInstructions::branch);
        table.add(OpCode.ELSE, (function, instruction) -> function.state().startElse());
        table.add(OpCode.END, ControlInstructions::end);
        table.add(OpCode.BR, ControlInstructions::br);
        table.add(OpCode.BR_IF, ControlInstructions::brIf);
        table.add(OpCode.BR_TABLE, ControlInstructions::brTable);
        table.add(OpCode.RETURN, (function, instruction) -> jump(function, function.state().function()));
    }

    private static void unreachable(FunctionTranslator function, Instruction instruction) {
        function.traps().trap(TrapKind.UNREACHABLE);
        function.state().die();
    }

    private static void block(FunctionTranslator function, Instruction instruction) {
        FunctionType type = blockType(function, instruction);
        int height = function.state().height() - type.params().size();
        function.state().open(ControlFrame.block(height, results(function, type), function.builder().newBlock()));
    }

    private static void loop(FunctionTranslator function, Instruction instruction) {
        FunctionType type = blockType(function, instruction);
        FunctionState state = function.state();
        List<LLVMValueRef> initial = state.pop(type.params().size());
        LLVMBasicBlockRef before = function.builder().currentBlock();
        LLVMBasicBlockRef start = function.builder().newBlock();
        function.builder().branch(start);
        function.builder().continueIn(start);
        List<LLVMValueRef> parameters = new ArrayList<>();
        for (LLVMTypeRef parameter : function.module().types().of(type.params())) {
            parameters.add(function.builder().phi(parameter));
        }
        for (int i = 0; i < parameters.size(); i++) {
            function.builder().addIncoming(parameters.get(i), initial.get(i), before);
        }
        LLVMBasicBlockRef end = function.builder().newBlock();
        state.open(ControlFrame.loop(state.height(), results(function, type), end, start, parameters));
        state.pushAll(parameters);
    }

    private static void branch(FunctionTranslator function, Instruction instruction) {
        FunctionType type = blockType(function, instruction);
        FunctionState state = function.state();
        LLVMValueRef condition = function.popTruth();
        LLVMBasicBlockRef then = function.builder().newBlock();
        LLVMBasicBlockRef otherwise = function.builder().newBlock();
        function.builder().branch(condition, then, otherwise);
        function.builder().continueIn(then);
        int parameters = type.params().size();
        state.open(ControlFrame.branch(state.height() - parameters, results(function, type), function.builder().newBlock(), otherwise,
                state.peek(parameters)));
    }

    private static void end(FunctionTranslator function, Instruction instruction) {
        FunctionState state = function.state();
        state.close();
        if (state.isClosed() && !state.isDead()) {
            function.module().types().emitReturn(function.builder(), function.type(), state.pop(function.type().returns().size()));
        }
    }

    private static void br(FunctionTranslator function, Instruction instruction) {
        jump(function, function.state().frame((int) instruction.operand(0)));
    }

    private static void jump(FunctionTranslator function, ControlFrame target) {
        function.builder().branch(function.state().edgeTo(target));
        function.state().die();
    }

    private static void brIf(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef condition = function.popTruth();
        LLVMBasicBlockRef target = function.state().edgeTo(function.state().frame((int) instruction.operand(0)));
        LLVMBasicBlockRef next = function.builder().newBlock();
        function.builder().branch(condition, target, next);
        function.builder().continueIn(next);
    }

    /** The last label is the default one. */
    private static void brTable(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef selector = function.pop();
        List<LLVMBasicBlockRef> targets = new ArrayList<>();
        for (long label : instruction.operands()) {
            targets.add(function.state().edgeTo(function.state().frame((int) label)));
        }
        LLVMBasicBlockRef otherwise = targets.removeLast();
        function.builder().branchTable(selector, targets, otherwise);
        function.state().die();
    }

    private static FunctionType blockType(FunctionTranslator function, Instruction instruction) {
        long type = instruction.operand(0);
        if (BlockType.isTypeIndex(type)) {
            return function.module().wasm().wasm().typeSection().getType((int) BlockType.typeIndex(type));
        }
        return BlockType.isEmpty(type)
                ? FunctionType.of(List.of(), List.of())
                : FunctionType.returning(ValType.builder().fromId(BlockType.valueTypeId(type)).build());
    }

    private static List<LLVMTypeRef> results(FunctionTranslator function, FunctionType type) {
        return function.module().types().of(type.returns());
    }
}
