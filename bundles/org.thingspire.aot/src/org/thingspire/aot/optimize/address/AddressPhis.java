// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.address;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.flow.Element;

/**
 * Chooses among addresses where a module chooses among indices: {@code memory + phi(a + 8200, b + 8200)} becomes
 * {@code phi(memory + (a + 8200), memory + (b + 8200))}.
 *
 * <p>What C keeps of an element that it has found is the element's address; a module keeps its index in linear memory. The search has
 * read elements by the symbol of their array, which {@link AddressAnchors} gives them. Of an index that comes out of a phi no array is
 * known, so what is after the search would compute the address once more, from where linear memory begins. With this it has the
 * one that the search has used. It is the same sum, on a target whose addresses wrap around as indices do.
 */
final class AddressPhis {

    private final LlvmContext context;
    private final LLVMValueRef variable;

    /** @param variable whose elements are addressed, as bytes */
    AddressPhis(LlvmContext context, LLVMValueRef variable) {
        this.context = context;
        this.variable = variable;
    }

    /** Leaves the phis of indices and what nobody uses any more where they are. */
    void run(LLVMValueRef function) {
        Map<Long, LLVMValueRef> indices = indices(function);
        if (indices.isEmpty()) {
            return;
        }
        try (Insertion insertion = new Insertion(context)) {
            Map<Long, LLVMValueRef> addresses = new HashMap<>();
            for (LLVMValueRef index : indices.values()) {
                insertion.moveBefore(index);
                addresses.put(index.address(), insertion.phi(LLVMTypeOf(variable)));
            }
            for (LLVMValueRef index : indices.values()) {
                connect(insertion, index, addresses);
                users(index).stream().filter(user -> isElement(user, index))
                        .forEach(element -> replace(insertion, element, addresses.get(index.address())));
            }
        }
    }

    /** The phis of words that can become phis of addresses, by their own address, in the order of the code. */
    private Map<Long, LLVMValueRef> indices(LLVMValueRef function) {
        Map<Long, LLVMValueRef> indices = new LinkedHashMap<>();
        for (LLVMBasicBlockRef block : LlvmRefs.blocks(function)) {
            LlvmRefs.instructions(block).stream().takeWhile(instruction -> LlvmRefs.isSet(LLVMIsAPHINode(instruction)))
                    .filter(phi -> LLVMTypeOf(phi).equals(context.i32)).forEach(phi -> indices.put(phi.address(), phi));
        }
        // All are until the opposite is known. Of each that is not, its neighbors are looked at again.
        Deque<LLVMValueRef> work = new ArrayDeque<>(indices.values());
        while (!work.isEmpty()) {
            LLVMValueRef phi = work.poll();
            if (indices.containsKey(phi.address()) && !isIndex(phi, indices)) {
                indices.remove(phi.address());
                users(phi).stream().filter(user -> indices.containsKey(user.address())).forEach(work::add);
                incoming(phi).stream().filter(value -> indices.containsKey(value.address())).forEach(work::add);
            }
        }
        return indices;
    }

    /** A block that branches to another in several ways comes several times in its phis, always with the same value. */
    static boolean hasEachBlockOnce(LLVMValueRef phi) {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < LLVMCountIncoming(phi); i++) {
            blocks.add(LLVMGetIncomingBlock(phi, i).address());
        }
        return blocks.stream().distinct().count() == blocks.size();
    }

    /** Whether all that comes is in an array with a symbol, and nobody needs the number: two phis would be worse than one. */
    private boolean isIndex(LLVMValueRef phi, Map<Long, LLVMValueRef> indices) {
        return incoming(phi).stream().allMatch(value -> indices.containsKey(value.address()) || isInDistantArray(value))
                && users(phi).stream().allMatch(user -> indices.containsKey(user.address()) || isElement(user, phi))
                && hasEachBlockOnce(phi);
    }

    private static boolean isInDistantArray(LLVMValueRef index) {
        return Element.isSum(index) && LLVMConstIntGetSExtValue(LLVMGetOperand(index, 1)) > AddressAnchors.SMALL_OFFSET;
    }

    /** Whether it is the variable's address, or one at a fixed place in it, plus the index. */
    private boolean isElement(LLVMValueRef user, LLVMValueRef index) {
        return LlvmRefs.isSet(LLVMIsAGetElementPtrInst(user)) && Element.isOfBytes(user) && LLVMGetOperand(user, 1).equals(index)
                && (LLVMGetOperand(user, 0).equals(variable) || Element.place(LLVMGetOperand(user, 0), variable) >= 0);
    }

    private static List<LLVMValueRef> incoming(LLVMValueRef phi) {
        List<LLVMValueRef> values = new ArrayList<>();
        for (int i = 0; i < LLVMCountIncoming(phi); i++) {
            values.add(LLVMGetIncomingValue(phi, i));
        }
        return values;
    }

    private static List<LLVMValueRef> users(LLVMValueRef value) {
        return LlvmRefs.uses(value).stream().map(use -> LLVMGetUser(use)).toList();
    }

    private void connect(Insertion insertion, LLVMValueRef index, Map<Long, LLVMValueRef> addresses) {
        for (int i = 0; i < LLVMCountIncoming(index); i++) {
            LLVMBasicBlockRef from = LLVMGetIncomingBlock(index, i);
            LLVMValueRef value = LLVMGetIncomingValue(index, i);
            insertion.moveBefore(LLVMGetBasicBlockTerminator(from));
            LLVMValueRef known = addresses.get(value.address());
            LLVMValueRef address = known == null ? insertion.address(variable, value) : known;
            Insertion.addIncoming(addresses.get(index.address()), address, from);
        }
    }

    private void replace(Insertion insertion, LLVMValueRef element, LLVMValueRef address) {
        LLVMValueRef base = LLVMGetOperand(element, 0);
        insertion.moveBefore(element);
        LLVMReplaceAllUsesWith(element, base.equals(variable) ? address
                : insertion.address(address, context.constant((int) Element.place(base, variable))));
    }
}
