// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** One open block, loop, if, or the function itself. {@link FunctionState} explains how it works. */
public final class ControlFrame {

    /** A way to the frame's end, with the results that it brings along. */
    record Edge(LLVMBasicBlockRef from, List<LLVMValueRef> results) {
    }

    /** How many values lie below the frame's parameters. */
    final int height;
    final List<LLVMTypeRef> resultTypes;
    final LLVMBasicBlockRef end;
    final List<Edge> edgesToEnd = new ArrayList<>();

    /** Where a branch to a loop goes; {@code null} for anything else. */
    final LLVMBasicBlockRef loopStart;
    /** The loop's parameters, which each branch to it supplies anew. */
    final List<LLVMValueRef> loopParameters;

    /** An if's other way, until {@code else} or {@code end} has dealt with it; else {@code null}. */
    LLVMBasicBlockRef otherwise;
    /** The values that an if started with, for its other way. */
    final List<LLVMValueRef> parameters;

    private ControlFrame(int height, List<LLVMTypeRef> resultTypes, LLVMBasicBlockRef end, LLVMBasicBlockRef loopStart,
            List<LLVMValueRef> loopParameters, LLVMBasicBlockRef otherwise, List<LLVMValueRef> parameters) {
        this.height = height;
        this.resultTypes = resultTypes;
        this.end = end;
        this.loopStart = loopStart;
        this.loopParameters = loopParameters;
        this.otherwise = otherwise;
        this.parameters = parameters;
    }

    public static ControlFrame block(int height, List<LLVMTypeRef> results, LLVMBasicBlockRef end) {
        return new ControlFrame(height, results, end, null, List.of(), null, List.of());
    }

    public static ControlFrame loop(int height, List<LLVMTypeRef> results, LLVMBasicBlockRef end, LLVMBasicBlockRef start,
            List<LLVMValueRef> parameters) {
        return new ControlFrame(height, results, end, start, parameters, null, List.of());
    }

    public static ControlFrame branch(int height, List<LLVMTypeRef> results, LLVMBasicBlockRef end, LLVMBasicBlockRef otherwise,
            List<LLVMValueRef> parameters) {
        return new ControlFrame(height, results, end, null, List.of(), otherwise, parameters);
    }

    boolean isLoop() {
        return loopStart != null;
    }

    /** How many values a branch to this frame takes along. */
    int branchArity() {
        return isLoop() ? loopParameters.size() : resultTypes.size();
    }
}
