// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

/** Collects all families of instructions that the compiler knows. */
final class Opcodes {

    private Opcodes() {
    }

    static OpcodeTable all() {
        OpcodeTable table = new OpcodeTable();
        ParametricInstructions.addTo(table);
        VariableInstructions.addTo(table);
        ControlInstructions.addTo(table);
        CallInstructions.addTo(table);
        IntegerInstructions.addTo(table);
        FloatInstructions.addTo(table);
        ConversionInstructions.addTo(table);
        MemoryInstructions.addTo(table);
        VectorMemoryInstructions.addTo(table);
        VectorLaneInstructions.addTo(table);
        VectorBitInstructions.addTo(table);
        VectorIntegerInstructions.addTo(table);
        VectorWidthInstructions.addTo(table);
        VectorComparisons.addTo(table);
        VectorFloatInstructions.addTo(table);
        VectorConversionInstructions.addTo(table);
        ReferenceInstructions.addTo(table);
        TableInstructions.addTo(table);
        SegmentInstructions.addTo(table);
        return table;
    }
}
