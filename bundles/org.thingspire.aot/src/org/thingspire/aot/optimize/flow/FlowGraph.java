// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.flow;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.LlvmRefs;

/** A function's blocks and instructions, read once, since each question to LLVM is a call out of Java. */
public final class FlowGraph {

    private final LLVMTypeRef i32;
    private final int rangeKind;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, Block> blocks = new HashMap<>();
    private final List<Block> order = new ArrayList<>();

    /** A value: an instruction, a constant, or something else that has operands for nobody here. */
    public static final class Node {
        /** Different for each node of a graph. */
        public final int id;
        public final LLVMValueRef ref;
        public final int opcode;
        public final Block block;
        public final boolean isWord;
        public final boolean isConstant;
        public final long constant;
        /** Those of a phi in the order of its block's predecessors. */
        public Node[] operands = {};
        /** Of a comparison of integers. */
        public int predicate;
        /** Whether it is an {@code or} of numbers without common bits, and so their sum. */
        public boolean isDisjoint;
        /** What a load of an i32 can give, as far as it was said when it was made; what fits into the narrow number that is extended. */
        public Range loaded = Range.ALL;

        private Node(int id, LLVMValueRef ref, int opcode, Block block, boolean isWord, boolean isConstant) {
            this.id = id;
            this.ref = ref;
            this.opcode = opcode;
            this.block = block;
            this.isWord = isWord;
            this.isConstant = isConstant;
            this.constant = isConstant ? LLVMConstIntGetZExtValue(ref) : 0;
        }
    }

    public static final class Block {
        public final LLVMBasicBlockRef ref;
        public final List<Node> instructions = new ArrayList<>();
        public final List<Block> predecessors = new ArrayList<>();
        public final List<Block> successors = new ArrayList<>();
        /** The text of the inline assembly that it begins with, as a trap does; else empty. */
        public String assembly = "";
        /** Place in reverse postorder; -1 if it can't be reached. */
        public int number = -1;

        private Block(LLVMBasicBlockRef ref) {
            this.ref = ref;
        }

        public Node terminator() {
            return instructions.getLast();
        }
    }

    public FlowGraph(LLVMValueRef function, LLVMTypeRef i32) {
        this.i32 = i32;
        this.rangeKind = LLVMGetMDKindIDInContext(LLVMGetTypeContext(i32), "range", "range".length());
        List<Block> inOrder = LlvmRefs.blocks(function).stream().map(Block::new).toList();
        inOrder.forEach(block -> blocks.put(block.ref.address(), block));
        inOrder.forEach(this::read);
        inOrder.forEach(block -> block.instructions.forEach(this::connect));
        number(blocks.get(LLVMGetEntryBasicBlock(function).address()));
    }

    private void read(Block block) {
        for (LLVMValueRef ref : LlvmRefs.instructions(block.ref)) {
            Node node = new Node(nodes.size(), ref, LLVMGetInstructionOpcode(ref), block, LLVMTypeOf(ref).equals(i32), false);
            describe(node);
            nodes.put(ref.address(), node);
            block.instructions.add(node);
        }
        block.assembly = assembly(block.instructions.getFirst());
        LLVMValueRef last = block.terminator().ref;
        for (int i = 0; i < LLVMGetNumSuccessors(last); i++) {
            Block successor = blocks.get(LLVMGetSuccessor(last, i).address());
            block.successors.add(successor);
            successor.predecessors.add(block);
        }
    }

    private void describe(Node node) {
        switch (node.opcode) {
            case LLVMICmp -> node.predicate = LLVMGetICmpPredicate(node.ref);
            case LLVMOr -> node.isDisjoint = LLVMGetIsDisjoint(node.ref) != 0;
            case LLVMLoad -> node.loaded = node.isWord ? loaded(node.ref) : Range.ALL;
            case LLVMZExt -> node.loaded = node.isWord ? narrow(LLVMTypeOf(LLVMGetOperand(node.ref, 0))) : Range.ALL;
            default -> {}
        }
    }

    private static Range narrow(LLVMTypeRef integer) {
        return Range.upTo((1L << LLVMGetIntTypeWidth(integer)) - 1);
    }

    private static String assembly(Node first) {
        LLVMValueRef callee = first.opcode == LLVMCall ? LLVMGetCalledValue(first.ref) : null;
        if (callee == null || !LlvmRefs.isSet(LLVMIsAInlineAsm(callee))) {
            return "";
        }
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer text = LLVMGetInlineAsmAsmString(callee, length);
            return text.limit(length.get()).getString();
        }
    }

    private void connect(Node node) {
        if (node.opcode == LLVMPHI) {
            connectPhi(node);
            return;
        }
        node.operands = new Node[LLVMGetNumOperands(node.ref)];
        for (int i = 0; i < node.operands.length; i++) {
            node.operands[i] = node(LLVMGetOperand(node.ref, i));
        }
    }

    /** LLVM has a phi's values in any order. */
    private void connectPhi(Node phi) {
        Map<Block, Node> incoming = new HashMap<>();
        for (int i = 0; i < LLVMCountIncoming(phi.ref); i++) {
            incoming.put(blocks.get(LLVMGetIncomingBlock(phi.ref, i).address()), node(LLVMGetIncomingValue(phi.ref, i)));
        }
        phi.operands = phi.block.predecessors.stream().map(incoming::get).toArray(Node[]::new);
    }

    /** Of the metadata's half-open intervals, only a single one that does not wrap around. */
    private Range loaded(LLVMValueRef load) {
        LLVMValueRef metadata = LLVMGetMetadata(load, rangeKind);
        if (!LlvmRefs.isSet(metadata) || LLVMGetMDNodeNumOperands(metadata) != 2) {
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
            boolean isConstant = LlvmRefs.isSet(LLVMIsAConstantInt(ref));
            boolean isBlock = LLVMValueIsBasicBlock(ref) != 0;
            return new Node(nodes.size(), ref, 0, null, !isBlock && LLVMTypeOf(ref).equals(i32), isConstant);
        });
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

    /** The blocks that can be reached, each after those that come before it but for the ends of loops. */
    public List<Block> order() {
        return order;
    }
}
