// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.llvm.LlvmRefs;

/**
 * Lets processors do what they do by themselves: an arithmetic operation never gives a signaling NaN.
 *
 * <p>LLVM's optimizer doesn't care about that; it makes {@code x} of {@code x * 1}, and so leaves a signaling NaN signaling. So the
 * translator wraps each operation in {@value #INTRINSIC}, which nobody drops, and which LLVM's vectorizers, other than its constrained
 * operations, know. Once everything is optimized, this takes off what is around an operation, and makes a multiplication by one of
 * what has lost its operation.
 *
 * <p>The code generator has the same habits. What it could still mistake becomes a constrained operation here, which it leaves alone:
 * operations with the numbers 1 or 0, of either sign, and those that make an f64 an f32, perhaps after it has been one before.
 */
final class QuietNans {

    /** Rounding never changes at run time, and nobody reads exception flags, but operations keep their effect on NaNs. */
    private static final List<String> ENVIRONMENT = List.of("round.tonearest", "fpexcept.maytrap");

    private final IrModule module;
    private final LlvmContext context;
    private final int intrinsic;

    QuietNans(IrModule module) {
        this.module = module;
        this.context = module.context();
        this.intrinsic = LLVMLookupIntrinsicID(IrBuilder.QUIET_NAN, IrBuilder.QUIET_NAN.length());
    }

    void run() {
        for (LLVMValueRef function : module.definitions()) {
            for (LLVMValueRef call : calls(function)) {
                unwrap(call, LLVMGetOperand(call, 0));
            }
        }
    }

    private List<LLVMValueRef> calls(LLVMValueRef function) {
        return LlvmRefs.blocks(function).stream().flatMap(block -> LlvmRefs.instructions(block).stream())
                .filter(at -> LLVMGetInstructionOpcode(at) == LLVMCall && LLVMGetIntrinsicID(LLVMGetCalledValue(at)) == intrinsic).toList();
    }

    private void unwrap(LLVMValueRef call, LLVMValueRef value) {
        int opcode = LlvmRefs.isSet(LLVMIsAInstruction(value)) ? LLVMGetInstructionOpcode(value) : 0;
        LLVMValueRef result = switch (opcode) {
            case LLVMFAdd -> binary("fadd", value);
            case LLVMFSub -> binary("fsub", value);
            case LLVMFMul -> binary("fmul", value);
            case LLVMFDiv -> binary("fdiv", value);
            case LLVMFPExt -> value;
            case LLVMFPTrunc -> constrained(value, "fptrunc", List.of(LLVMTypeOf(value), LLVMTypeOf(LLVMGetOperand(value, 0))),
                    List.of(LLVMGetOperand(value, 0)));
            default -> constrained(call, "fmul", List.of(LLVMTypeOf(value)), List.of(value, one(LLVMTypeOf(value))));
        };
        LLVMReplaceAllUsesWith(call, result);
        LLVMInstructionEraseFromParent(call);
    }

    private LLVMValueRef binary(String name, LLVMValueRef operation) {
        LLVMValueRef left = LLVMGetOperand(operation, 0);
        LLVMValueRef right = LLVMGetOperand(operation, 1);
        return isHarmless(left) && isHarmless(right) ? operation
                : constrained(operation, name, List.of(LLVMTypeOf(operation)), List.of(left, right));
    }

    /** Whether no operation with this can be dropped. Vectors of constants are taken for dangerous as they are. */
    private static boolean isHarmless(LLVMValueRef operand) {
        if (LLVMIsConstant(operand) == 0) {
            return true;
        }
        if (!LlvmRefs.isSet(LLVMIsAConstantFP(operand))) {
            return false;
        }
        try (IntPointer losesInformation = new IntPointer(1)) {
            double number = LLVMConstRealGetDouble(operand, losesInformation);
            return Math.abs(number) != 1 && number != 0;
        }
    }

    private LLVMValueRef one(LLVMTypeRef type) {
        if (LLVMGetTypeKind(type) != LLVMVectorTypeKind) {
            return LLVMConstReal(type, 1);
        }
        LLVMValueRef lane = LLVMConstReal(LLVMGetElementType(type), 1);
        return context.constantVector(Collections.nCopies(LLVMGetVectorSize(type), lane));
    }

    /** In front of another instruction, and in its place in the source. */
    private LLVMValueRef constrained(LLVMValueRef place, String operation, List<LLVMTypeRef> overloads, List<LLVMValueRef> operands) {
        List<LLVMValueRef> arguments = new ArrayList<>(operands);
        ENVIRONMENT.forEach(text -> arguments.add(LLVMMetadataAsValue(context.ref(), context.metadata(text))));
        String name = "llvm.experimental.constrained." + operation;
        int id = LLVMLookupIntrinsicID(name, name.length());
        try (Insertion insertion = Insertion.before(context, place);
                PointerPointer<LLVMTypeRef> types = LlvmContext.array(overloads);
                PointerPointer<LLVMValueRef> list = LlvmContext.array(arguments)) {
            LLVMSetCurrentDebugLocation2(insertion.ref(), LLVMInstructionGetDebugLoc(place));
            LLVMValueRef call = LLVMBuildCall2(insertion.ref(), LLVMIntrinsicGetType(context.ref(), id, types, overloads.size()),
                    LLVMGetIntrinsicDeclaration(module.ref(), id, types, overloads.size()), list, arguments.size(), "");
            LLVMAddCallSiteAttribute(call, LLVMAttributeFunctionIndex, context.attribute("strictfp"));
            return call;
        }
    }
}
