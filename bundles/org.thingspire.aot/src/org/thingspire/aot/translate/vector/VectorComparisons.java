// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.type.VectorShape;

/** Comparisons lane by lane (specification 4.4.3). A lane of the result has all bits set or none. */
public final class VectorComparisons {

    private VectorComparisons() {
    }

    public static void addTo(OpcodeTable table) {
        for (VectorShape shape : VectorShape.INTEGERS) {
            addSigned(table, shape);
            if (shape != VectorShape.I64X2) {
                addUnsigned(table, shape);
            }
        }
        addFloats(table, VectorShape.F32X4);
        addFloats(table, VectorShape.F64X2);
    }

    private static void addSigned(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("EQ"), integers(shape, LLVMIntEQ));
        table.add(shape.opcode("NE"), integers(shape, LLVMIntNE));
        table.add(shape.opcode("LT_S"), integers(shape, LLVMIntSLT));
        table.add(shape.opcode("GT_S"), integers(shape, LLVMIntSGT));
        table.add(shape.opcode("LE_S"), integers(shape, LLVMIntSLE));
        table.add(shape.opcode("GE_S"), integers(shape, LLVMIntSGE));
    }

    private static void addUnsigned(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("LT_U"), integers(shape, LLVMIntULT));
        table.add(shape.opcode("GT_U"), integers(shape, LLVMIntUGT));
        table.add(shape.opcode("LE_U"), integers(shape, LLVMIntULE));
        table.add(shape.opcode("GE_U"), integers(shape, LLVMIntUGE));
    }

    private static void addFloats(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("EQ"), floats(shape, LLVMRealOEQ));
        table.add(shape.opcode("NE"), floats(shape, LLVMRealUNE));
        table.add(shape.opcode("LT"), floats(shape, LLVMRealOLT));
        table.add(shape.opcode("GT"), floats(shape, LLVMRealOGT));
        table.add(shape.opcode("LE"), floats(shape, LLVMRealOLE));
        table.add(shape.opcode("GE"), floats(shape, LLVMRealOGE));
    }

    private static Translation integers(VectorShape shape, int predicate) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop(shape);
            LLVMValueRef left = function.pop(shape);
            pushLanes(function, shape, function.builder().compareIntegers(predicate, left, right));
        };
    }

    private static Translation floats(VectorShape shape, int predicate) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop(shape);
            LLVMValueRef left = function.pop(shape);
            pushLanes(function, shape, function.builder().compareFloats(predicate, left, right));
        };
    }

    private static void pushLanes(FunctionTranslator function, VectorShape shape, LLVMValueRef truths) {
        function.pushVector(function.builder().cast(LLVMSExt, truths, shape.integers().type(function.context())));
    }
}
