// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMUseRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Reads what LLVM answers with: references that may be null, and linked lists of them. A list is read to its end at once, so that what is in
 * it may be changed or removed while it is gone through.
 */
public final class LlvmRefs {

    private LlvmRefs() {
    }

    /** Tells whether LLVM answered with something; JavaCPP has two ways to say that it did not. */
    public static boolean isSet(Pointer pointer) {
        return pointer != null && !pointer.isNull();
    }

    /** Lists the functions with a body, in the order of the module. */
    public static List<LLVMValueRef> definitions(LLVMModuleRef module) {
        return list(LLVMGetFirstFunction(module), last -> LLVMGetNextFunction(last)).stream()
                .filter(function -> LLVMIsDeclaration(function) == 0).toList();
    }

    /** Lists a function's blocks in the order of its code. */
    public static List<LLVMBasicBlockRef> blocks(LLVMValueRef function) {
        return list(LLVMGetFirstBasicBlock(function), last -> LLVMGetNextBasicBlock(last));
    }

    /** Lists a block's instructions in their order. */
    public static List<LLVMValueRef> instructions(LLVMBasicBlockRef block) {
        return list(LLVMGetFirstInstruction(block), last -> LLVMGetNextInstruction(last));
    }

    /** Lists what uses a value, the latest use first; a user that has it for several operands comes as often. */
    public static List<LLVMUseRef> uses(LLVMValueRef value) {
        return list(LLVMGetFirstUse(value), last -> LLVMGetNextUse(last));
    }

    private static <T extends Pointer> List<T> list(T first, UnaryOperator<T> next) {
        List<T> list = new ArrayList<>();
        for (T ref = first; isSet(ref); ref = next.apply(ref)) {
            list.add(ref);
        }
        return list;
    }
}
