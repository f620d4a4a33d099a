// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeSet;

import org.thingspire.aot.llvm.FlowGraph.Block;
import org.thingspire.aot.llvm.FlowGraph.Node;

/**
 * Which values i32 variables can have where, from the branches that lead there and through the phis of loops (abstract
 * interpretation with strided intervals: Cousot, Cousot 1977; Balakrishnan, Reps 2004). LLVM's own passes know the ranges of
 * expressions and of what dominating branches compare with constants; this knows also what was checked before on all ways into a
 * block, the last round of a loop included.
 *
 * <p>A state has ranges of variables only: of phis and of what was compared. Other values are computed from them when asked for.
 * That is sound because between the definition of a value and a place that it dominates none of its operands is defined anew.
 */
final class ValueRanges {

    private static final int DEPTH = 6;
    /** Times that a loop is looked at until bounds that still move are taken to the next constant that the function compares with. */
    private static final int PATIENCE = 2;
    private static final int MOST_BOUNDS = 100;

    private final FlowGraph graph;
    private final Map<Block, Map<Node, Range>> entries = new HashMap<>();
    private final Map<Block, Integer> visits = new HashMap<>();
    private final TreeSet<Long> bounds = new TreeSet<>(List.of(0L, Range.ALL.high()));

    ValueRanges(FlowGraph graph) {
        this.graph = graph;
        collectBounds();
        PriorityQueue<Block> work = new PriorityQueue<>((a, b) -> a.number - b.number);
        Block first = graph.order().getFirst();
        entries.put(first, new HashMap<>());
        work.add(first);
        while (!work.isEmpty()) {
            Block block = work.poll();
            work.removeIf(block::equals);
            for (Block successor : block.successors) {
                if (flow(successor)) {
                    work.add(successor);
                }
            }
        }
    }

    /** Whether a block's state has changed when computed anew from those before it. */
    private boolean flow(Block block) {
        Map<Node, Range> before = entries.get(block);
        Map<Node, Range> after = merged(block);
        if (before != null && startsLoop(block) && visits.merge(block, 1, Integer::sum) > PATIENCE) {
            after.replaceAll((node, range) -> before.containsKey(node) ? before.get(node).widenedTo(range, bounds) : Range.ALL);
        }
        after.values().removeIf(Range::isAll);
        if (Objects.equals(before, after)) {
            return false;
        }
        entries.put(block, after);
        return true;
    }

    /**
     * Most loops count until something is equal to a constant, so it and what is beside it are where ranges come to rest. More than a
     * few are not worth the time.
     */
    private void collectBounds() {
        for (Block block : graph.order()) {
            for (Node node : block.instructions) {
                if (node.opcode == LLVMICmp && node.operands[0].isWord && node.operands[1].isConstant && bounds.size() < MOST_BOUNDS) {
                    for (long bound = node.operands[1].constant - 1; bound <= node.operands[1].constant + 1; bound++) {
                        bounds.add(bound & Range.ALL.high());
                    }
                }
            }
        }
    }

    private static boolean startsLoop(Block block) {
        return block.predecessors.stream().anyMatch(predecessor -> predecessor.number >= block.number);
    }

    private Map<Node, Range> merged(Block block) {
        Map<Node, Range> result = null;
        for (Block predecessor : block.predecessors) {
            if (entries.containsKey(predecessor)) {
                Map<Node, Range> edge = edge(predecessor, block);
                if (result == null) {
                    result = edge;
                } else {
                    result.replaceAll((node, range) -> range.or(range(node, edge)));
                }
            }
        }
        return result;
    }

    /** What holds on the way from one block into another, for the values in that one: its phis are defined, the rest is not. */
    private Map<Node, Range> edge(Block from, Block to) {
        Map<Node, Range> facts = new HashMap<>(entries.get(from));
        Node terminator = from.terminator();
        if (terminator.opcode == LLVMBr && from.successors.size() == 2 && from.successors.get(0) != from.successors.get(1)) {
            assume(terminator.operands[0], to == from.successors.get(0), facts);
        }
        Map<Node, Range> phis = new HashMap<>();
        for (Node phi : to.instructions) {
            if (phi.opcode != LLVMPHI) {
                break;
            }
            for (int i = 0; phi.isWord && i < phi.operands.length; i++) {
                if (graph.incoming(phi, i) == from) {
                    phis.put(phi, range(phi.operands[i], facts));
                }
            }
        }
        facts.keySet().removeIf(node -> node.block == to);
        facts.putAll(phis);
        return facts;
    }

    /** Takes over what the outcome of a comparison says about its operands. */
    private static void assume(Node condition, boolean outcome, Map<Node, Range> facts) {
        if (condition.opcode == LLVMAnd && outcome || condition.opcode == LLVMOr && !outcome) {
            assume(condition.operands[0], outcome, facts);
            assume(condition.operands[1], outcome, facts);
        }
        if (condition.opcode != LLVMICmp || !condition.operands[0].isWord) {
            return;
        }
        int predicate = outcome ? LLVMGetICmpPredicate(condition.ref) : Comparisons.inverse(LLVMGetICmpPredicate(condition.ref));
        Node left = condition.operands[0];
        Node right = condition.operands[1];
        Range leftRange = range(left, facts);
        Range rightRange = range(right, facts);
        refine(left, Comparisons.range(predicate, leftRange, rightRange), facts, DEPTH);
        refine(right, Comparisons.range(Comparisons.swapped(predicate), rightRange, leftRange), facts, DEPTH);
    }

    private static void refine(Node node, Range range, Map<Node, Range> facts, int depth) {
        if (node.isConstant || range.isAll() || depth == 0) {
            return;
        }
        facts.put(node, range(node, facts).and(range));
        if (isSum(node)) {
            Node base = node.operands[0];
            refine(base, range.minus(node.operands[1].constant, range(base, facts)), facts, depth - 1);
        }
    }

    /** The range of a value at a block's end, its terminator not yet executed. */
    Range at(Block block, Node value) {
        return range(value, entries.getOrDefault(block, Map.of()));
    }

    private static Range range(Node node, Map<Node, Range> facts) {
        return range(node, facts, DEPTH);
    }

    private static Range range(Node node, Map<Node, Range> facts, int depth) {
        if (node.isConstant) {
            return Range.of(node.constant);
        }
        Range known = facts.getOrDefault(node, Range.ALL);
        return depth == 0 ? known : known.and(computed(node, facts, depth - 1));
    }

    /** Whether it is the sum of a value and a constant. */
    static boolean isSum(Node node) {
        return node.operands.length == 2 && node.operands[1].isConstant
                && (node.opcode == LLVMAdd || node.opcode == LLVMOr && LLVMGetIsDisjoint(node.ref) != 0);
    }

    private static Range computed(Node node, Map<Node, Range> facts, int depth) {
        if (isSum(node)) {
            return range(node.operands[0], facts, depth).plus(node.operands[1].constant);
        }
        return switch (node.opcode) {
            case LLVMAdd -> range(node.operands[0], facts, depth).plus(range(node.operands[1], facts, depth));
            case LLVMSub -> node.operands[1].isConstant ? range(node.operands[0], facts, depth).plus(-node.operands[1].constant) : Range.ALL;
            case LLVMMul -> range(node.operands[0], facts, depth).times(range(node.operands[1], facts, depth));
            case LLVMShl -> node.operands[1].isConstant && node.operands[1].constant < Integer.SIZE
                    ? range(node.operands[0], facts, depth).times(Range.of(1L << node.operands[1].constant)) : Range.ALL;
            case LLVMLShr -> node.operands[1].isConstant && node.operands[1].constant < Integer.SIZE
                    ? range(node.operands[0], facts, depth).shiftedRight((int) node.operands[1].constant) : Range.ALL;
            case LLVMAnd -> Range.upTo(Math.min(range(node.operands[0], facts, depth).high(), range(node.operands[1], facts, depth).high()));
            case LLVMOr -> or(range(node.operands[0], facts, depth), range(node.operands[1], facts, depth));
            case LLVMURem -> node.operands[1].isConstant && node.operands[1].constant != 0
                    ? Range.upTo(node.operands[1].constant - 1) : range(node.operands[0], facts, depth);
            case LLVMUDiv -> Range.upTo(range(node.operands[0], facts, depth).high());
            case LLVMLoad -> node.loaded;
            case LLVMZExt -> Range.upTo(narrow(node));
            case LLVMSelect -> range(node.operands[1], facts, depth).or(range(node.operands[2], facts, depth));
            default -> Range.ALL;
        };
    }

    private static Range or(Range left, Range right) {
        long most = Math.max(left.high(), right.high());
        return Range.between(Math.max(left.low(), right.low()), most == 0 ? 0 : (Long.highestOneBit(most) << 1) - 1);
    }

    /** The largest value that fits what is extended. */
    private static long narrow(Node extension) {
        int bits = LLVMGetIntTypeWidth(LLVMTypeOf(extension.operands[0].ref));
        return bits < Integer.SIZE ? (1L << bits) - 1 : Range.ALL.high();
    }
}
