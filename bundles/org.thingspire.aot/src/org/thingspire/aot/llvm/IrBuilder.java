// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Appends instructions to a function. Each method is one LLVM instruction or intrinsic; LLVM checks nothing here, so
 * operand types have to be right (a later {@link IrModule#verify} tells).
 */
public final class IrBuilder extends BlockBuilder {

    /** The intrinsic that stands for {@link #quiet} until all optimization is done. */
    public static final String QUIET_NAN = "llvm.canonicalize";

    private final IrModule module;

    public IrBuilder(IrModule module, LLVMValueRef function) {
        super(module.context(), function);
        this.module = module;
    }

    // Values

    /** Whether an integer is a constant, and as an unsigned one greater than that. */
    public boolean isConstantAbove(LLVMValueRef value, long most) {
        return isConstant(value) && LLVMConstIntGetZExtValue(value) > most;
    }

    public LLVMValueRef parameter(int index) {
        return LLVMGetParam(function, index);
    }

    /** @param operation an {@code LLVMOpcode} with two operands of one type: {@code LLVMAdd}, ... */
    public LLVMValueRef binary(int operation, LLVMValueRef left, LLVMValueRef right) {
        return LLVMBuildBinOp(builder, operation, left, right, unnamed);
    }

    /** @param operation an {@code LLVMOpcode} that converts: {@code LLVMZExt}, ... */
    public LLVMValueRef cast(int operation, LLVMValueRef value, LLVMTypeRef to) {
        return LLVMBuildCast(builder, operation, value, to, unnamed);
    }

    /** @param predicate {@code LLVMIntEQ}, ...; the result is an i1 */
    public LLVMValueRef compareIntegers(int predicate, LLVMValueRef left, LLVMValueRef right) {
        return LLVMBuildICmp(builder, predicate, left, right, unnamed);
    }

    /** @param predicate {@code LLVMRealOEQ}, ...; the result is an i1 */
    public LLVMValueRef compareFloats(int predicate, LLVMValueRef left, LLVMValueRef right) {
        return LLVMBuildFCmp(builder, predicate, left, right, unnamed);
    }

    public LLVMValueRef negate(LLVMValueRef floating) {
        return LLVMBuildFNeg(builder, floating, unnamed);
    }

    public LLVMValueRef select(LLVMValueRef condition, LLVMValueRef whenTrue, LLVMValueRef whenFalse) {
        return LLVMBuildSelect(builder, condition, whenTrue, whenFalse, unnamed);
    }

    public LLVMValueRef phi(LLVMTypeRef type) {
        return LLVMBuildPhi(builder, type, unnamed);
    }

    public void addIncoming(LLVMValueRef phi, LLVMValueRef value, LLVMBasicBlockRef from) {
        try (PointerPointer<LLVMValueRef> values = LlvmContext.array(List.of(value));
                PointerPointer<LLVMBasicBlockRef> blocks = LlvmContext.array(List.of(from))) {
            LLVMAddIncoming(phi, values, blocks, 1);
        }
    }

    public LLVMValueRef member(LLVMValueRef struct, int index) {
        return LLVMBuildExtractValue(builder, struct, index, unnamed);
    }

    public LLVMValueRef withMember(LLVMValueRef struct, int index, LLVMValueRef value) {
        return LLVMBuildInsertValue(builder, struct, value, index, unnamed);
    }

    public LLVMValueRef undefined(LLVMTypeRef type) {
        return LLVMGetUndef(type);
    }

    // Vectors

    public LLVMValueRef lane(LLVMValueRef vector, LLVMValueRef index) {
        return LLVMBuildExtractElement(builder, vector, index, unnamed);
    }

    public LLVMValueRef withLane(LLVMValueRef vector, LLVMValueRef index, LLVMValueRef value) {
        return LLVMBuildInsertElement(builder, vector, value, index, unnamed);
    }

    /** @param lanes which lanes the result takes, counted through the first vector and on through the second */
    public LLVMValueRef shuffle(LLVMValueRef first, LLVMValueRef second, int... lanes) {
        LLVMValueRef mask = context.constantVector(IntStream.of(lanes).mapToObj(context::constant).toList());
        return LLVMBuildShuffleVector(builder, first, second, mask, unnamed);
    }

    // Memory

    public LLVMValueRef allocate(LLVMTypeRef type) {
        return LLVMBuildAlloca(builder, type, unnamed);
    }

    /** Like {@link #allocate}, once in each call of the function, however often it comes by here. */
    public LLVMValueRef allocateForFunction(LLVMTypeRef type) {
        LLVMBasicBlockRef current = currentBlock();
        LLVMMetadataRef location = LLVMGetCurrentDebugLocation2(builder);
        LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(function);
        LLVMPositionBuilder(builder, entry, LLVMGetFirstInstruction(entry));
        LLVMValueRef variable = allocate(type);
        returnTo(current);
        setLocation(location);
        return variable;
    }

    /** Naturally aligned. */
    public LLVMValueRef load(LLVMTypeRef type, LLVMValueRef address) {
        return LLVMBuildLoad2(builder, type, address, unnamed);
    }

    public LLVMValueRef load(LLVMTypeRef type, LLVMValueRef address, int alignment) {
        LLVMValueRef load = load(type, address);
        LLVMSetAlignment(load, alignment);
        return load;
    }

    /** Loads an i32 that is known to be between these, both included: what is compared with it may be decided by that alone. */
    public LLVMValueRef loadBetween(long least, long most, LLVMValueRef address) {
        LLVMValueRef load = load(context.i32, address);
        LLVMMetadataRef range = context.metadata(List.of(LLVMValueAsMetadata(context.constant((int) least)),
                LLVMValueAsMetadata(context.constant((int) (most + 1)))));
        LLVMSetMetadata(load, LLVMGetMDKindIDInContext(context.ref(), "range", 5), LLVMMetadataAsValue(context.ref(), range));
        return load;
    }

    /** Naturally aligned. */
    public void store(LLVMValueRef value, LLVMValueRef address) {
        LLVMBuildStore(builder, value, address);
    }

    public void store(LLVMValueRef value, LLVMValueRef address, int alignment) {
        LLVMSetAlignment(LLVMBuildStore(builder, value, address), alignment);
    }

    /** {@code base + index * sizeof(element)} */
    public LLVMValueRef element(LLVMTypeRef element, LLVMValueRef base, LLVMValueRef index) {
        try (PointerPointer<LLVMValueRef> indices = LlvmContext.array(List.of(index))) {
            return LLVMBuildGEP2(builder, element, base, indices, 1, "");
        }
    }

    public LLVMValueRef memberAddress(LLVMTypeRef struct, LLVMValueRef base, int index) {
        return LLVMBuildStructGEP2(builder, struct, base, index, unnamed);
    }

    public void copyForward(LLVMValueRef to, LLVMValueRef from, LLVMValueRef bytes) {
        LLVMBuildMemCpy(builder, to, 1, from, 1, bytes);
    }

    public void move(LLVMValueRef to, LLVMValueRef from, LLVMValueRef bytes) {
        LLVMBuildMemMove(builder, to, 1, from, 1, bytes);
    }

    public void fill(LLVMValueRef to, LLVMValueRef value, LLVMValueRef bytes) {
        LLVMBuildMemSet(builder, to, value, bytes, 1);
    }

    // Calls

    public LLVMValueRef call(LLVMTypeRef type, LLVMValueRef callee, List<LLVMValueRef> arguments) {
        try (PointerPointer<LLVMValueRef> list = LlvmContext.array(arguments)) {
            return LLVMBuildCall2(builder, type, callee, list, arguments.size(), "");
        }
    }

    /** A call that is never made a jump. */
    public LLVMValueRef callFromHere(LLVMTypeRef type, LLVMValueRef callee, List<LLVMValueRef> arguments) {
        LLVMValueRef call = call(type, callee, arguments);
        LLVMSetTailCallKind(call, LLVMTailCallKindNoTail);
        return call;
    }

    /** A call that is followed by the return of its result and may be made a jump; {@code required} if it has to be. */
    public LLVMValueRef tailCall(LLVMTypeRef type, LLVMValueRef callee, List<LLVMValueRef> arguments, boolean required) {
        LLVMValueRef call = call(type, callee, arguments);
        LLVMSetTailCallKind(call, required ? LLVMTailCallKindMustTail : LLVMTailCallKindTail);
        return call;
    }

    /** @param overloads the types that the intrinsic's name has after its dots */
    public LLVMValueRef intrinsic(String name, List<LLVMTypeRef> overloads, List<LLVMValueRef> arguments) {
        int id = LLVMLookupIntrinsicID(name, name.length());
        if (id == 0) {
            throw new IllegalArgumentException("no LLVM intrinsic " + name);
        }
        try (PointerPointer<LLVMTypeRef> types = LlvmContext.array(overloads)) {
            LLVMValueRef declaration = LLVMGetIntrinsicDeclaration(module.ref(), id, types, overloads.size());
            LLVMTypeRef type = LLVMIntrinsicGetType(context.ref(), id, types, overloads.size());
            return call(type, declaration, arguments);
        }
    }

    /** The number itself, or if it is a signaling NaN, a quiet one; see {@code QuietNans}. */
    public LLVMValueRef quiet(LLVMValueRef floating) {
        return intrinsic(QUIET_NAN, List.of(LLVMTypeOf(floating)), List.of(floating));
    }

    public void addCallAttribute(LLVMValueRef call, String name) {
        LLVMAddCallSiteAttribute(call, LLVMAttributeFunctionIndex, context.attribute(name));
    }

    /** Instructions as text, in GNU syntax, that have effects beyond their operands. */
    public LLVMValueRef assembly(String text, String constraints) {
        LLVMTypeRef type = context.function(context.nothing, List.of());
        byte[] instructions = text.getBytes(StandardCharsets.US_ASCII);
        LLVMValueRef block = LLVMGetInlineAsm(type, text, instructions.length, constraints, constraints.length(), 1, 0,
                LLVMInlineAsmDialectATT, 0);
        return call(type, block, List.of());
    }
}
