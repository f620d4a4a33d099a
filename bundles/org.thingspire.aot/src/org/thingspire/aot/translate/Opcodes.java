// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.instruction.CallInstructions;
import org.thingspire.aot.translate.instruction.ControlInstructions;
import org.thingspire.aot.translate.instruction.ConversionInstructions;
import org.thingspire.aot.translate.instruction.FloatInstructions;
import org.thingspire.aot.translate.instruction.IntegerInstructions;
import org.thingspire.aot.translate.instruction.MemoryInstructions;
import org.thingspire.aot.translate.instruction.ParametricInstructions;
import org.thingspire.aot.translate.instruction.ReferenceInstructions;
import org.thingspire.aot.translate.instruction.SegmentInstructions;
import org.thingspire.aot.translate.instruction.TableInstructions;
import org.thingspire.aot.translate.instruction.VariableInstructions;
import org.thingspire.aot.translate.vector.VectorBitInstructions;
import org.thingspire.aot.translate.vector.VectorComparisons;
import org.thingspire.aot.translate.vector.VectorConversionInstructions;
import org.thingspire.aot.translate.vector.VectorFloatInstructions;
import org.thingspire.aot.translate.vector.VectorIntegerInstructions;
import org.thingspire.aot.translate.vector.VectorLaneInstructions;
import org.thingspire.aot.translate.vector.VectorMemoryInstructions;
import org.thingspire.aot.translate.vector.VectorWidthInstructions;

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
