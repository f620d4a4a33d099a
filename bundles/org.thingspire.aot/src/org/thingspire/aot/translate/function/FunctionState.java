// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;

import run.endive.wasm.types.OpCode;

/**
 * Where the translation of one function stands.
 *
 * <p><b>Values.</b> Wasm's operand stack exists at compile time only: it holds LLVM values, and an instruction that pops
 * two and pushes one uses two values and defines one. Nothing of it is stored anywhere at run time. (Locals are variables in
 * the stack frame, which the optimizer turns into values as well.)
 *
 * <p><b>Control.</b> Each open {@code block}, {@code loop} or {@code if} is a {@link ControlFrame} with an LLVM block for
 * what follows its {@code end}. Values meet there: every branch to the end is noted as an edge with the results it brings, and
 * at {@code end} they become the results' phi nodes. A loop is entered at its start, so its parameters are phi nodes from the
 * beginning and each branch back adds to them.
 *
 * <p><b>Dead code.</b> After {@code br}, {@code return}, {@code unreachable} and the like nothing can be reached before the
 * frame's {@code else} or {@code end}. Such code is skipped; only its nested blocks are counted. If no edge leads to a frame's
 * end, what follows it is dead too.
 */
public final class FunctionState {

    private final IrBuilder builder;
    private final List<LLVMValueRef> values = new ArrayList<>();
    private final List<ControlFrame> frames = new ArrayList<>();
    private boolean dead;
    private int deadBlocks;

    FunctionState(IrBuilder builder) {
        this.builder = builder;
    }

    // Values

    void push(LLVMValueRef value) {
        values.add(value);
    }

    public void pushAll(List<LLVMValueRef> several) {
        values.addAll(several);
    }

    public LLVMValueRef pop() {
        return values.removeLast();
    }

    /** The topmost values, the deepest first; takes them away. */
    public List<LLVMValueRef> pop(int count) {
        List<LLVMValueRef> top = peek(count);
        truncate(values.size() - count);
        return top;
    }

    public LLVMValueRef peek() {
        return values.getLast();
    }

    public List<LLVMValueRef> peek(int count) {
        return List.copyOf(values.subList(values.size() - count, values.size()));
    }

    public int height() {
        return values.size();
    }

    private void truncate(int height) {
        values.subList(height, values.size()).clear();
    }

    // Control

    public void open(ControlFrame frame) {
        frames.add(frame);
    }

    /** The frame that a branch with this label index goes to; 0 is the innermost. */
    public ControlFrame frame(int label) {
        return frames.get(frames.size() - 1 - label);
    }

    public ControlFrame function() {
        return frames.getFirst();
    }

    public boolean isClosed() {
        return frames.isEmpty();
    }

    /**
     * Notes that the current block goes on at that frame, with the topmost values.
     *
     * @return the LLVM block to branch to
     */
    public LLVMBasicBlockRef edgeTo(ControlFrame frame) {
        List<LLVMValueRef> carried = peek(frame.branchArity());
        if (!frame.isLoop()) {
            frame.edgesToEnd.add(new ControlFrame.Edge(builder.currentBlock(), carried));
            return frame.end;
        }
        for (int i = 0; i < carried.size(); i++) {
            builder.addIncoming(frame.loopParameters.get(i), carried.get(i), builder.currentBlock());
        }
        return frame.loopStart;
    }

    /** The current block has been left and nothing comes after it. */
    public void die() {
        dead = true;
    }

    /** Goes over to an if's other way. */
    public void startElse() {
        ControlFrame frame = frames.getLast();
        leaveBody(frame);
        builder.continueIn(frame.otherwise);
        frame.otherwise = null;
        pushAll(frame.parameters);
        dead = false;
    }

    /** Closes the innermost frame and goes on after it, if anything leads there. */
    public void close() {
        ControlFrame frame = frames.getLast();
        leaveBody(frame);
        if (frame.otherwise != null) {
            // No else: the values that the if started with are its results.
            builder.continueIn(frame.otherwise);
            frame.edgesToEnd.add(new ControlFrame.Edge(frame.otherwise, frame.parameters));
            builder.branch(frame.end);
        }
        frames.removeLast();
        if (frame.edgesToEnd.isEmpty()) {
            builder.delete(frame.end);
            dead = true;
            return;
        }
        dead = false;
        builder.continueIn(frame.end);
        pushAll(merge(frame));
    }

    private void leaveBody(ControlFrame frame) {
        if (!dead) {
            frame.edgesToEnd.add(new ControlFrame.Edge(builder.currentBlock(), peek(frame.resultTypes.size())));
            builder.branch(frame.end);
        }
        truncate(frame.height);
    }

    private List<LLVMValueRef> merge(ControlFrame frame) {
        if (frame.edgesToEnd.size() == 1) {
            return frame.edgesToEnd.getFirst().results();
        }
        List<LLVMValueRef> merged = new ArrayList<>();
        for (LLVMTypeRef type : frame.resultTypes) {
            merged.add(builder.phi(type));
        }
        for (ControlFrame.Edge edge : frame.edgesToEnd) {
            for (int i = 0; i < merged.size(); i++) {
                builder.addIncoming(merged.get(i), edge.results().get(i), edge.from());
            }
        }
        return merged;
    }

    // Dead code

    /** Whether the instruction at hand belongs to a nested block that cannot be reached, or to nothing at all. */
    public boolean isDead() {
        return dead;
    }

    /** Whether the instruction counts although it stands in dead code: it ends what is dead. Keeps track of nested blocks. */
    boolean revives(OpCode opcode) {
        switch (opcode) {
            case BLOCK, LOOP, IF -> deadBlocks++;
            case ELSE -> {
                return deadBlocks == 0;
            }
            case END -> {
                if (deadBlocks == 0) {
                    return true;
                }
                deadBlocks--;
            }
            default -> {}
        }
        return false;
    }
}
