// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.check;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.optimize.flow.FlowGraph;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.range.Comparisons;
import org.thingspire.aot.optimize.range.ValueRanges;
import org.thingspire.aot.optimize.range.WrapFlags;

/**
 * Drops checks of memory accesses that can't fail, and joins those that can only fail together with an earlier one. A module traps
 * exactly where it would without this, with the same effects before.
 */
public final class CheckElimination {

    private final IrModule module;
    private final TrapBranches traps;
    private final boolean isSmall;
    private final boolean joins;

    /**
     * @param traps   recognizes checks
     * @param isSmall whether code may not grow
     * @param joins   whether checks are made anew where one can stand for several
     */
    public CheckElimination(IrModule module, TrapBranches traps, boolean isSmall, boolean joins) {
        this.module = module;
        this.traps = traps;
        this.isSmall = isSmall;
        this.joins = joins;
    }

    public void run() {
        module.optimizable().stream().filter(function -> LLVMCountBasicBlocks(function) > 1)
                .forEach(function -> run(new FlowGraph(function, module.context().i32)));
    }

    private void run(FlowGraph graph) {
        if (graph.order().stream().noneMatch(traps::mayTrap)) {
            return;
        }
        ValueRanges ranges = new ValueRanges(graph);
        new WrapFlags(graph, ranges).run();
        List<Block> tests = graph.order().stream().filter(traps::mayTrap).toList();
        List<AccessCheck> checks = tests.stream().flatMap(block -> check(block, ranges).stream()).toList();
        Set<Block> needless = new LinkedHashSet<>(tests.stream().filter(block -> isNeedless(block, ranges)).toList());
        needless.forEach(traps::drop);
        if (!joins) {
            return;
        }
        Map<Block, AccessCheck> open = new LinkedHashMap<>();
        checks.stream().filter(check -> !needless.contains(check.block())).forEach(check -> open.put(check.block(), check));
        if (!isSmall) {
            new CheckHoisting(module, checks, open).run(open, this);
        }
        List<AccessCheck> joined = join(open);
        if (!isSmall) {
            new NullTests(module, this).run(joined);
        }
    }

    /** Also where the limit is no constant, but known never to be less than something: memory can grow, and doesn't shrink. */
    private boolean isNeedless(Block block, ValueRanges ranges) {
        Node comparison = block.terminator().operands[0];
        int predicate = comparison.predicate;
        return comparison.operands[0].isWord && Comparisons.isCertain(
                traps.trapsIfTrue(block) ? Comparisons.inverse(predicate) : predicate,
                ranges.at(block, comparison.operands[0]), ranges.at(block, comparison.operands[1]));
    }

    private Optional<AccessCheck> check(Block block, ValueRanges ranges) {
        boolean trapsIfTrue = traps.trapsIfTrue(block);
        Node comparison = block.terminator().operands[0];
        Node index = comparison.operands[0];
        if (!index.isWord || index.isConstant) {
            return Optional.empty();
        }
        Node number = comparison.operands[1];
        int predicate = comparison.predicate;
        Optional<Limit> limit = switch (trapsIfTrue ? Comparisons.inverse(predicate) : predicate) {
            case LLVMIntULE -> Limit.of(number, 0);
            case LLVMIntULT -> Limit.of(number, 1);
            // LLVM says so where it knows that nothing is greater, because of the check before.
            case LLVMIntNE -> number.isConstant && ranges.at(block, index).high() == number.constant ? Limit.of(number, 1) : Optional.empty();
            default -> Optional.empty();
        };
        boolean isSum = ValueRanges.isSum(index);
        return limit.map(most -> new AccessCheck(block, index, isSum ? index.operands[0] : index,
                isSum ? (int) index.operands[1].constant : 0, most, traps.good(block)));
    }

    void drop(AccessCheck check) {
        traps.drop(check.block());
    }

    /**
     * Strengthens a check so that it covers what follows without any effect in between: the last of {@code p[0], p[1], p[2]}
     * decides for all. Whether the first or the last traps can't be told apart but by the instruction's address.
     *
     * @param open by the blocks that they end
     * @return what is left
     */
    private List<AccessCheck> join(Map<Block, AccessCheck> open) {
        Map<Block, AccessCheck> strongest = new HashMap<>();
        for (AccessCheck check : open.values()) {
            if (!continuesAnother(check.block(), open)) {
                joinChain(check, open, strongest);
            }
        }
        List<AccessCheck> joined = new ArrayList<>();
        for (AccessCheck check : open.values()) {
            AccessCheck stronger = strongest.get(check.block());
            if (stronger != null) {
                joined.add(stronger);
                if (stronger != check) {
                    replace(check, stronger);
                }
            }
        }
        return joined;
    }

    private static boolean continuesAnother(Block block, Map<Block, AccessCheck> open) {
        AccessCheck before = block.predecessors.size() == 1 ? open.get(block.predecessors.getFirst()) : null;
        return before != null && before.good() == block && isWithoutEffect(block);
    }

    /** Of each base that is checked in a row of blocks, the first check covers the others. */
    private void joinChain(AccessCheck start, Map<Block, AccessCheck> open, Map<Block, AccessCheck> strongest) {
        Map<Limited, Block> firsts = new HashMap<>();
        AccessCheck check = start;
        do {
            Block first = firsts.get(new Limited(check.base(), check.limit().size()));
            Optional<AccessCheck> both = first == null ? Optional.empty() : AccessCheck.both(strongest.get(first), check);
            if (both.isPresent()) {
                strongest.put(first, both.get());
                drop(check);
            } else {
                strongest.put(check.block(), check);
                if (first == null || !strongest.get(first).isSmall()) {
                    firsts.put(new Limited(check.base(), check.limit().size()), check.block());
                }
            }
            check = continuesAnother(check.good(), open) ? open.get(check.good()) : null;
        } while (check != null);
    }

    /** What checks have in common that may be joined. */
    private record Limited(Node base, Node size) {
    }

    static boolean isWithoutEffect(Block block) {
        return block.instructions.stream().allMatch(node -> switch (node.opcode) {
            case LLVMStore, LLVMCall, LLVMInvoke, LLVMAtomicRMW, LLVMAtomicCmpXchg, LLVMFence -> false;
            default -> true;
        });
    }

    void replace(AccessCheck check, AccessCheck stronger) {
        LLVMValueRef branch = check.block().terminator().ref;
        try (Insertion insertion = Insertion.before(module.context(), branch)) {
            LLVMValueRef index = stronger.offset() == check.offset() ? check.index().ref : stronger.offset() == 0 ? check.base().ref
                    : insertion.add(check.base().ref, module.context().constant(stronger.offset()));
            LLVMSetCondition(branch, insertion.compare(check.trapsIfTrue() ? LLVMIntUGT : LLVMIntULE, index,
                    stronger.limit().value(insertion)));
        }
    }
}
