// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.range;

import static org.bytedeco.llvm.global.LLVM.*;

import org.thingspire.aot.optimize.flow.FlowGraph;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.flow.Range;

/**
 * Tells LLVM which products and sums stay below 2^32, and below 2^31. WebAssembly has no place to say so, while clang says it of native
 * code wherever C does. A division of such a product by a constant, for one, takes fewer instructions.
 */
public final class WrapFlags {

    private final FlowGraph graph;
    private final ValueRanges ranges;

    public WrapFlags(FlowGraph graph, ValueRanges ranges) {
        this.graph = graph;
        this.ranges = ranges;
    }

    public void run() {
        for (Block block : graph.order()) {
            for (Node node : block.instructions) {
                if (node.isWord && (node.opcode == LLVMMul || node.opcode == LLVMAdd)) {
                    mark(block, node);
                }
            }
        }
    }

    private void mark(Block block, Node node) {
        long left = ranges.at(block, node.operands[0]).high();
        long right = ranges.at(block, node.operands[1]).high();
        long most = node.opcode == LLVMAdd ? left + right : left == 0 || right <= Range.ALL.high() / left ? left * right : Long.MAX_VALUE;
        if (most <= Range.ALL.high()) {
            LLVMSetNUW(node.ref, 1);
        }
        if (most <= Integer.MAX_VALUE) {
            LLVMSetNSW(node.ref, 1);
        }
    }
}
