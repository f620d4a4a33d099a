// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.range;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import org.thingspire.aot.optimize.flow.FlowGraph;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.flow.Range;

/**
 * Which values i32 variables can have where, from the branches that lead there and through the phis of loops (abstract
 * interpretation with strided intervals: Cousot, Cousot 1977; Balakrishnan, Reps 2004). LLVM's own passes know the ranges of
 * expressions and of what dominating branches compare with constants; this knows also what was checked before on all ways into a
 * block, the last round of a loop included.
 *
 * <p>A state has ranges of variables only: of phis and of what was compared. Other values are computed from them when asked for.
 * That is sound because between the definition of a value and a place that it dominates none of its operands is defined anew.
 *
 * <p>Takes a number of steps that grows with the function as its text does. Where loops within loops would take more, nothing is known
 * of variables in the end, which is always true.
 */
public final class ValueRanges {

    private static final int DEPTH = 6;
    /** Times that a loop is looked at until bounds that still move are taken to the next constant that the function compares with. */
    private static final int PATIENCE = 2;
    private static final int MAX_BOUNDS = 100;
    /** For each operand in the function; programs that people have written take up to 210, most of them 2. */
    private static final long MAX_STEPS = 250;
    /** Of a function, however small. */
    private static final long FREE_STEPS = 1_000_000;

    private final Block[] order;
    private final Facts[] entries;
    private final int[] visits;
    private final TreeSet<Long> bounds = new TreeSet<>(List.of(0L, Range.ALL.high()));
    /** Of each block the values that a state may have a range of and that it defines, without its phis. */
    private final List<List<Node>> variables = new ArrayList<>();
    /** Of the head of a loop the last block that goes back to it, else -1. */
    private final int[] lastOfLoop;
    private final long most;
    private long steps;

    public ValueRanges(FlowGraph graph) {
        this.order = graph.order().toArray(Block[]::new);
        this.entries = new Facts[order.length];
        this.visits = new int[order.length];
        this.lastOfLoop = new int[order.length];
        this.most = FREE_STEPS + MAX_STEPS * size();
        collect();
        entries[0] = Facts.NONE;
        TreeSet<Integer> work = new TreeSet<>();
        order[0].successors.forEach(successor -> work.add(successor.number));
        while (!work.isEmpty() && steps <= most) {
            Block block = order[next(work)];
            work.remove(block.number);
            if (flow(block)) {
                block.successors.forEach(successor -> work.add(successor.number));
            }
        }
        if (!work.isEmpty()) {
            Arrays.fill(entries, Facts.NONE);
        }
    }

    /**
     * The first, but the head of a loop not before what is left to do in the loop: a head is where most comes together, and it takes
     * in at once what all ends of a round have to say.
     */
    private int next(NavigableSet<Integer> work) {
        int next = work.first();
        for (Integer inner = work.higher(next); inner != null && inner <= lastOfLoop[next] && entries[next] != null; inner = work.higher(next)) {
            steps++;
            next = inner;
        }
        return next;
    }

    /** Operands of all instructions, and ways from block to block. */
    private long size() {
        long size = 0;
        for (Block block : order) {
            size += block.successors.size();
            for (Node node : block.instructions) {
                size += 1 + node.operands.length;
            }
        }
        return size;
    }

    /** How much was looked at: a measure of the time that this has taken which is the same on every machine. */
    long steps() {
        return steps;
    }

    /** Whether a block's state has changed when computed anew from those before it. */
    private boolean flow(Block block) {
        int number = block.number;
        Facts before = entries[number];
        Facts after = merged(block);
        if (before != null && lastOfLoop[number] >= 0 && ++visits[number] > PATIENCE) {
            after = after.changedWhereNotAsIn(before, (node, range) -> widened(before.of(node), range));
        }
        entries[number] = before == null ? after : after.sharedWith(before);
        return entries[number] != before;
    }

    private Range widened(Range before, Range now) {
        steps++;
        return before.isAll() ? before : before.widenedTo(now, bounds);
    }

    /**
     * Most loops count until something is equal to a constant, so it and what is beside it are where ranges come to rest. More than a
     * few are not worth the time.
     */
    private void collect() {
        Set<Node> compared = new LinkedHashSet<>();
        for (Block block : order) {
            int last = block.predecessors.stream().mapToInt(predecessor -> predecessor.number).max().orElse(-1);
            lastOfLoop[block.number] = last >= block.number ? last : -1;
            variables.add(new ArrayList<>());
            for (Node node : block.instructions) {
                if (node.opcode == LLVMICmp && node.operands[0].isWord) {
                    addCompared(node, compared);
                }
            }
        }
        compared.stream().filter(node -> node.block != null && node.block.number >= 0 && node.opcode != LLVMPHI)
                .forEach(node -> variables.get(node.block.number).add(node));
    }

    private void addCompared(Node comparison, Set<Node> compared) {
        if (comparison.operands[1].isConstant && bounds.size() < MAX_BOUNDS) {
            for (long bound = comparison.operands[1].constant - 1; bound <= comparison.operands[1].constant + 1; bound++) {
                bounds.add(bound & Range.ALL.high());
            }
        }
        for (Node node : comparison.operands) {
            Node base = node;
            compared.add(base);
            for (int depth = 1; depth < DEPTH && isSum(base); depth++) {
                base = base.operands[0];
                compared.add(base);
            }
        }
    }

    /** Of what all ways into a block say; its phis are defined, the rest of its values is not. */
    private Facts merged(Block block) {
        Facts result = null;
        for (int way = 0; way < block.predecessors.size(); way++) {
            int from = block.predecessors.get(way).number;
            if (from >= 0 && entries[from] != null) {
                Facts edge = edge(order[from], block, way);
                result = result == null ? edge : result.changedWhereNotAsIn(edge, (node, range) -> range.or(range(node, edge)));
            }
        }
        for (Node node : variables.get(block.number)) {
            steps++;
            result = result.without(node);
        }
        return result;
    }

    private Facts edge(Block from, Block to, int way) {
        steps++;
        Facts facts = entries[from.number];
        Node terminator = from.terminator();
        if (terminator.opcode == LLVMBr && from.successors.size() == 2 && from.successors.get(0) != from.successors.get(1)) {
            facts = assume(terminator.operands[0], to == from.successors.get(0), facts, DEPTH);
        }
        Facts result = facts;
        for (Node phi : to.instructions) {
            if (phi.opcode != LLVMPHI) {
                break;
            }
            if (phi.isWord) {
                result = result.with(phi, range(phi.operands[way], facts));
            }
        }
        return result;
    }

    /** With what the outcome of a comparison says about its operands. */
    private Facts assume(Node condition, boolean outcome, Facts facts, int depth) {
        if (depth > 0 && (condition.opcode == LLVMAnd && outcome || condition.opcode == LLVMOr && !outcome)) {
            return assume(condition.operands[1], outcome, assume(condition.operands[0], outcome, facts, depth - 1), depth - 1);
        }
        if (condition.opcode != LLVMICmp || !condition.operands[0].isWord) {
            return facts;
        }
        int predicate = outcome ? condition.predicate : Comparisons.inverse(condition.predicate);
        Node left = condition.operands[0];
        Node right = condition.operands[1];
        Range leftRange = range(left, facts);
        Range rightRange = range(right, facts);
        return refine(right, Comparisons.range(Comparisons.swapped(predicate), rightRange, leftRange),
                refine(left, Comparisons.range(predicate, leftRange, rightRange), facts, DEPTH), DEPTH);
    }

    private Facts refine(Node node, Range range, Facts facts, int depth) {
        if (node.isConstant || range.isAll() || depth == 0) {
            return facts;
        }
        Facts refined = facts.with(node, range(node, facts).and(range));
        if (!isSum(node)) {
            return refined;
        }
        Node base = node.operands[0];
        return refine(base, range.minus(node.operands[1].constant, range(base, refined)), refined, depth - 1);
    }

    /** The range of a value at a block's end, its terminator not yet executed. */
    public Range at(Block block, Node value) {
        return range(value, block.number < 0 || entries[block.number] == null ? Facts.NONE : entries[block.number]);
    }

    private Range range(Node node, Facts facts) {
        return range(node, facts, DEPTH);
    }

    private Range range(Node node, Facts facts, int depth) {
        steps++;
        if (node.isConstant) {
            return Range.of(node.constant);
        }
        Range known = facts.of(node);
        return depth == 0 ? known : known.and(computed(node, facts, depth - 1));
    }

    /** Whether it is the sum of a value and a constant. */
    public static boolean isSum(Node node) {
        return node.operands.length == 2 && node.operands[1].isConstant
                && (node.opcode == LLVMAdd || node.opcode == LLVMOr && node.isDisjoint);
    }

    private Range computed(Node node, Facts facts, int depth) {
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
            case LLVMLoad, LLVMZExt -> node.loaded;
            case LLVMSelect -> range(node.operands[1], facts, depth).or(range(node.operands[2], facts, depth));
            default -> Range.ALL;
        };
    }

    private static Range or(Range left, Range right) {
        long most = Math.max(left.high(), right.high());
        return Range.between(Math.max(left.low(), right.low()), most == 0 ? 0 : (Long.highestOneBit(most) << 1) - 1);
    }
}
