// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.llvm.LlvmLibrary;
import org.thingspire.llvm.LlvmTools;

/**
 * Everything that LLVM shares within one compilation: types, constants, attributes, diagnostics. One thread uses it; other
 * threads have their own.
 */
public final class LlvmContext implements AutoCloseable {

    static {
        LlvmLibrary.load(LlvmTools.bundled());
    }

    private final LLVMContextRef context;

    public final LLVMTypeRef i1;
    public final LLVMTypeRef i8;
    public final LLVMTypeRef i16;
    public final LLVMTypeRef i32;
    public final LLVMTypeRef i64;
    public final LLVMTypeRef f32;
    public final LLVMTypeRef f64;
    public final LLVMTypeRef nothing;
    public final LLVMTypeRef pointer;

    public LlvmContext() {
        context = LLVMContextCreate();
        Diagnostics.watch(context);
        i1 = LLVMInt1TypeInContext(context);
        i8 = LLVMInt8TypeInContext(context);
        i16 = LLVMInt16TypeInContext(context);
        i32 = LLVMInt32TypeInContext(context);
        i64 = LLVMInt64TypeInContext(context);
        f32 = LLVMFloatTypeInContext(context);
        f64 = LLVMDoubleTypeInContext(context);
        nothing = LLVMVoidTypeInContext(context);
        pointer = LLVMPointerTypeInContext(context, 0);
    }

    @Override
    public void close() {
        LLVMContextDispose(context);
    }

    public LLVMContextRef ref() {
        return context;
    }

    public LLVMTypeRef function(LLVMTypeRef result, List<LLVMTypeRef> parameters) {
        try (PointerPointer<LLVMTypeRef> list = array(parameters)) {
            return LLVMFunctionType(result, list, parameters.size(), 0);
        }
    }

    public LLVMTypeRef struct(List<LLVMTypeRef> members) {
        try (PointerPointer<LLVMTypeRef> list = array(members)) {
            return LLVMStructTypeInContext(context, list, members.size(), 0);
        }
    }

    public LLVMTypeRef array(LLVMTypeRef element, long count) {
        return LLVMArrayType2(element, count);
    }

    public LLVMTypeRef integer(int bits) {
        return LLVMIntTypeInContext(context, bits);
    }

    public LLVMTypeRef vector(LLVMTypeRef lane, int lanes) {
        return LLVMVectorType(lane, lanes);
    }

    /** An integer constant; bits above the type's width are dropped. */
    public LLVMValueRef constant(LLVMTypeRef type, long value) {
        return LLVMConstInt(type, value, 0);
    }

    public LLVMValueRef constant(int value) {
        return LLVMConstInt(i32, Integer.toUnsignedLong(value), 0);
    }

    /** An f32 constant by its bits, which keeps every NaN as it is. */
    public LLVMValueRef float32(int bits) {
        return LLVMConstBitCast(constant(bits), f32);
    }

    /** An f64 constant by its bits. */
    public LLVMValueRef float64(long bits) {
        return LLVMConstBitCast(constant(i64, bits), f64);
    }

    public LLVMValueRef zero(LLVMTypeRef type) {
        return LLVMConstNull(type);
    }

    public LLVMValueRef bytes(byte[] data) {
        try (BytePointer text = new BytePointer(data)) {
            return LLVMConstStringInContext2(context, text, data.length, 1);
        }
    }

    public LLVMValueRef constantArray(LLVMTypeRef element, List<LLVMValueRef> values) {
        try (PointerPointer<LLVMValueRef> list = array(values)) {
            return LLVMConstArray2(element, list, values.size());
        }
    }

    public LLVMValueRef constantVector(List<LLVMValueRef> lanes) {
        try (PointerPointer<LLVMValueRef> list = array(lanes)) {
            return LLVMConstVector(list, lanes.size());
        }
    }

    public LLVMValueRef constantStruct(List<LLVMValueRef> members) {
        try (PointerPointer<LLVMValueRef> list = array(members)) {
            return LLVMConstStructInContext(context, list, members.size(), 0);
        }
    }

    public LLVMAttributeRef attribute(String name) {
        return LLVMCreateEnumAttribute(context, attributeKind(name), 0);
    }

    int attributeKind(String name) {
        int kind = LLVMGetEnumAttributeKindForName(name, name.length());
        if (kind == 0) {
            throw new IllegalArgumentException("no LLVM attribute " + name);
        }
        return kind;
    }

    public LLVMAttributeRef attribute(String name, String value) {
        return LLVMCreateStringAttribute(context, name, name.length(), value, value.length());
    }

    public LLVMMetadataRef metadata(String text) {
        return LLVMMDStringInContext2(context, text, text.length());
    }

    public LLVMMetadataRef metadata(List<LLVMMetadataRef> members) {
        try (PointerPointer<LLVMMetadataRef> list = array(members)) {
            return LLVMMDNodeInContext2(context, list, members.size());
        }
    }

    public static <P extends Pointer> PointerPointer<P> array(List<P> values) {
        PointerPointer<P> list = new PointerPointer<>(Math.max(1, values.size()));
        for (int i = 0; i < values.size(); i++) {
            list.put(i, values.get(i));
        }
        return list;
    }
}
