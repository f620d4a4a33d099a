// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.address;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.flow.Element;

/**
 * Gives places in a large variable symbols of their own: {@code memory + 8200} becomes {@code anchor + 8}.
 *
 * <p>Code for Arm never has an offset in a symbol's address, so each access to a static array of a module, which is at an offset
 * in its linear memory, would take the memory's address and build the offset in one more register. Native code has a symbol for
 * each array, and so has this. It runs when everything else is optimized, since the optimizer would undo it. An index goes on top,
 * whatever part of it the constant was: {@code memory + (index + 8200)} becomes {@code anchor + index + 8}, on a target whose
 * addresses wrap around as the index does.
 */
public final class AddressAnchors {

    /** Up to here an offset fits into the instruction that accesses memory: ARM DDI 0403, A7.7.43, LDR (immediate), encoding T3. */
    static final long SMALL_OFFSET = 4095;

    /** Fields of an index with anchors of their own: each takes a register. */
    private static final int MAX_FIELDS = 3;
    /** Indices that an anchor must serve: it takes 8 bytes of code, and spares each of them 2. */
    private static final int MIN_INDICES = 4;

    private final IrModule module;
    private final Map<Long, LLVMValueRef> anchors = new HashMap<>();

    public AddressAnchors(IrModule module) {
        this.module = module;
    }

    /** An operand that is the variable's address plus {@code offset}, plus {@code index} unless that is {@code null}. */
    private record Use(LLVMValueRef user, int operand, LLVMValueRef index, long offset) {

        boolean isDistant() {
            return offset > SMALL_OFFSET;
        }
    }

    /** @param name of the variable; there need not be one */
    public void run(String name) {
        LLVMValueRef variable = LLVMGetNamedGlobal(module.ref(), name);
        if (!LlvmRefs.isSet(variable)) {
            return;
        }
        for (LLVMValueRef function : module.optimizable()) {
            new AddressPhis(module.context(), variable).run(function);
            rewrite(function, variable, name);
        }
    }

    /** One anchor for all that it reaches, so that a function holds few of them in registers; but see {@link #withOwnAnchors}. */
    private void rewrite(LLVMValueRef function, LLVMValueRef variable, String name) {
        long size = LLVMGetArrayLength2(LLVMGlobalGetValueType(variable));
        List<Use> uses = uses(function, variable).stream().filter(use -> use.offset() >= 0 && use.offset() < size).toList();
        Set<Use> alone = withOwnAnchors(uses);
        TreeMap<Long, Long> places = new TreeMap<>();
        for (long offset : new TreeSet<>(uses.stream().filter(use -> use.isDistant() && !alone.contains(use)).map(Use::offset).toList())) {
            boolean isReached = !places.isEmpty() && offset - places.lastEntry().getValue() <= SMALL_OFFSET;
            places.put(offset, isReached ? places.lastEntry().getValue() : offset);
        }
        for (Use use : uses) {
            boolean isAlone = alone.contains(use);
            if (isAlone ? use.offset() > 0 : use.isDistant()) {
                long place = isAlone ? use.offset() : places.get(use.offset());
                LLVMValueRef anchor = anchors.computeIfAbsent(place, p -> anchor(variable, name, p));
                LLVMSetOperand(use.user(), use.operand(), use.index() == null ? plus(anchor, use.offset() - place)
                        : plus(use, anchor, use.offset() - place));
            }
        }
    }

    /**
     * Accesses to fields that many pointers are followed to. An instruction adds to an address a register or a constant, not both:
     * with an anchor for each field, {@code [anchor, index]} does without the sum that {@code [sum, offset]} needs. That is for indices
     * with few fields, each of which has enough other indices to share its anchor with. Where the sum itself goes into a phi it is
     * needed anyway.
     */
    private static Set<Use> withOwnAnchors(List<Use> uses) {
        Map<LLVMValueRef, Set<Long>> fields = new HashMap<>();
        uses.stream().filter(use -> use.index() != null)
                .forEach(use -> fields.computeIfAbsent(use.index(), index -> new HashSet<>()).add(use.offset()));
        Map<Long, Integer> indices = new HashMap<>();
        fields.values().forEach(offsets -> offsets.forEach(offset -> indices.merge(offset, 1, Integer::sum)));
        uses.stream().filter(use -> LLVMGetInstructionOpcode(use.user()) == LLVMPHI).forEach(use -> fields.remove(use.index()));
        fields.values().removeIf(offsets -> offsets.size() > MAX_FIELDS
                || offsets.stream().anyMatch(offset -> indices.get(offset) < MIN_INDICES));
        return uses.stream().filter(use -> fields.containsKey(use.index())).collect(Collectors.toSet());
    }

    private List<Use> uses(LLVMValueRef function, LLVMValueRef variable) {
        List<Use> uses = new ArrayList<>();
        for (LLVMBasicBlockRef block : LlvmRefs.blocks(function)) {
            for (LLVMValueRef user : LlvmRefs.instructions(block)) {
                boolean canChange = LLVMGetInstructionOpcode(user) != LLVMPHI || AddressPhis.hasEachBlockOnce(user);
                for (int i = 0; i < LLVMGetNumOperands(user); i++) {
                    LLVMValueRef operand = LLVMGetOperand(user, i);
                    long place = Element.place(operand, variable);
                    if (place > SMALL_OFFSET) {
                        uses.add(new Use(user, i, null, place));
                    } else if (place < 0 && canChange && isAddress(user, i)) {
                        indexed(user, i, variable).ifPresent(uses::add);
                    }
                }
            }
        }
        return uses;
    }

    private static boolean isAddress(LLVMValueRef user, int operand) {
        int opcode = LLVMGetInstructionOpcode(user);
        return opcode == LLVMLoad || opcode == LLVMStore && operand == 1 || opcode == LLVMPHI;
    }

    private static Optional<Use> indexed(LLVMValueRef user, int operand, LLVMValueRef variable) {
        return Element.at(LLVMGetOperand(user, operand), variable)
                .map(element -> new Use(user, operand, element.index(), element.offset()));
    }

    /** Computed in front of the user, or before a phi comes to it; what others compute, too, is left to LLVM to find. */
    private LLVMValueRef plus(Use use, LLVMValueRef anchor, long bytes) {
        boolean isPhi = LlvmRefs.isSet(LLVMIsAPHINode(use.user()));
        LLVMValueRef place = isPhi ? LLVMGetBasicBlockTerminator(LLVMGetIncomingBlock(use.user(), use.operand())) : use.user();
        try (Insertion insertion = Insertion.before(module.context(), place)) {
            LLVMValueRef element = insertion.address(anchor, use.index());
            return bytes == 0 ? element : insertion.address(element, module.context().constant((int) bytes));
        }
    }

    private LLVMValueRef anchor(LLVMValueRef variable, String name, long place) {
        LLVMValueRef anchor = LLVMAddAlias2(module.ref(), module.context().i8, 0, plus(variable, place), name + "." + place);
        LLVMSetLinkage(anchor, LLVMInternalLinkage);
        return anchor;
    }

    private LLVMValueRef plus(LLVMValueRef base, long bytes) {
        try (PointerPointer<LLVMValueRef> indices = LlvmContext.array(List.of(module.context().constant((int) bytes)))) {
            return LLVMConstGEP2(module.context().i8, base, indices, 1);
        }
    }
}
