// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A function's blocks and instructions, read once, since each question to LLVM is a call out of Java. */
final class FlowGraph {

    private final LLVMTypeRef i32;
    private final int rangeKind;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, Block> blocks = new HashMap<>();
    private final List<Block> order = new ArrayList<>();

    /** A value: an instruction, a constant, or something else that has operands for nobody here. */
    static final class Node {
        final LLVMValueRef ref;
        final int opcode;
        final Block block;
        final boolean isWord;
        final boolean isConstant;
        final long constant;
        Node[] operands = {};
        /** What a load of an i32 can give, as far as it was said when it was made. */
        Range loaded = Range.ALL;

        private Node(LLVMValueRef ref, int opcode, Block block, boolean isWord, boolean isConstant) {
            this.ref = ref;
            this.opcode = opcode;
            this.block = block;
            this.isWord = isWord;
            this.isConstant = isConstant;
            this.constant = isConstant ? LLVMConstIntGetZExtValue(ref) : 0;
        }
    }

    static final class Block {
        final LLVMBasicBlockRef ref;
        final List<Node> instructions = new ArrayList<>();
        final List<Block> predecessors = new ArrayList<>();
        final List<Block> successors = new ArrayList<>();
        /** Place in reverse postorder; -1 if it can't be reached. */
        int number = -1;

        private Block(LLVMBasicBlockRef ref) {
            this.ref = ref;
        }

        Node terminator() {
            return instructions.getLast();
        }
    }

    FlowGraph(LLVMValueRef function, LLVMTypeRef i32) {
        this.i32 = i32;
        this.rangeKind = LLVMGetMDKindIDInContext(LLVMGetTypeContext(i32), "range", "range".length());
        for (LLVMBasicBlockRef ref = LLVMGetFirstBasicBlock(function); isSet(ref); ref = LLVMGetNextBasicBlock(ref)) {
            blocks.put(ref.address(), new Block(ref));
        }
        for (LLVMBasicBlockRef ref = LLVMGetFirstBasicBlock(function); isSet(ref); ref = LLVMGetNextBasicBlock(ref)) {
            read(blocks.get(ref.address()));
        }
        nodes.values().stream().filter(node -> node.opcode != 0).toList().forEach(this::connect);
        number(blocks.get(LLVMGetEntryBasicBlock(function).address()));
    }

    private void read(Block block) {
        for (LLVMValueRef ref = LLVMGetFirstInstruction(block.ref); isSet(ref); ref = LLVMGetNextInstruction(ref)) {
            Node node = new Node(ref, LLVMGetInstructionOpcode(ref), block, LLVMTypeOf(ref).equals(i32), false);
            if (node.opcode == LLVMLoad && node.isWord) {
                node.loaded = loaded(ref);
            }
            nodes.put(ref.address(), node);
            block.instructions.add(node);
        }
        LLVMValueRef last = block.terminator().ref;
        for (int i = 0; i < LLVMGetNumSuccessors(last); i++) {
            Block successor = blocks.get(LLVMGetSuccessor(last, i).address());
            block.successors.add(successor);
            successor.predecessors.add(block);
        }
    }

    /** The operands of a phi are its values in the order of {@link #incoming}. */
    private void connect(Node node) {
        boolean isPhi = node.opcode == LLVMPHI;
        int count = isPhi ? LLVMCountIncoming(node.ref) : LLVMGetNumOperands(node.ref);
        node.operands = new Node[count];
        for (int i = 0; i < count; i++) {
            node.operands[i] = node(isPhi ? LLVMGetIncomingValue(node.ref, i) : LLVMGetOperand(node.ref, i));
        }
    }

    /** Of the metadata's half-open intervals, only a single one that does not wrap around. */
    private Range loaded(LLVMValueRef load) {
        LLVMValueRef metadata = LLVMGetMetadata(load, rangeKind);
        if (!isSet(metadata) || LLVMGetMDNodeNumOperands(metadata) != 2) {
            return Range.ALL;
        }
        try (PointerPointer<LLVMValueRef> bounds = new PointerPointer<>(2)) {
            LLVMGetMDNodeOperands(metadata, bounds);
            long low = LLVMConstIntGetZExtValue(bounds.get(LLVMValueRef.class, 0));
            long end = LLVMConstIntGetZExtValue(bounds.get(LLVMValueRef.class, 1));
            return low < end ? Range.between(low, end - 1) : Range.ALL;
        }
    }

    private Node node(LLVMValueRef ref) {
        return nodes.computeIfAbsent(ref.address(), address -> {
            boolean isConstant = isSet(LLVMIsAConstantInt(ref));
            boolean isBlock = LLVMValueIsBasicBlock(ref) != 0;
            return new Node(ref, 0, null, !isBlock && LLVMTypeOf(ref).equals(i32), isConstant);
        });
    }

    Block incoming(Node phi, int index) {
        return blocks.get(LLVMGetIncomingBlock(phi.ref, index).address());
    }

    private void number(Block entry) {
        Deque<Block> finished = new ArrayDeque<>();
        Deque<Block> path = new ArrayDeque<>(List.of(entry));
        Map<Block, Integer> next = new HashMap<>(Map.of(entry, 0));
        while (!path.isEmpty()) {
            Block block = path.peek();
            int child = next.merge(block, 1, Integer::sum) - 1;
            if (child >= block.successors.size()) {
                finished.push(path.pop());
            } else if (next.putIfAbsent(block.successors.get(child), 0) == null) {
                path.push(block.successors.get(child));
            }
        }
        for (Block block : finished) {
            block.number = order.size();
            order.add(block);
        }
    }

    /** The blocks that can be reached, each behind those that come before it but for the ends of loops. */
    List<Block> order() {
        return order;
    }

    static boolean isSet(Pointer pointer) {
        return pointer != null && !pointer.isNull();
    }
}
