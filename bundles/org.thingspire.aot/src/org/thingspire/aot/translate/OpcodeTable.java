// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.EnumMap;
import java.util.Map;

import run.endive.wasm.types.OpCode;

/** Which method translates which instruction. Each family of instructions adds its own. */
final class OpcodeTable {

    private final Map<OpCode, Translation> translations = new EnumMap<>(OpCode.class);

    OpcodeTable() {
        ParametricInstructions.addTo(this);
        VariableInstructions.addTo(this);
        ControlInstructions.addTo(this);
        CallInstructions.addTo(this);
        IntegerInstructions.addTo(this);
        FloatInstructions.addTo(this);
        ConversionInstructions.addTo(this);
        MemoryInstructions.addTo(this);
        VectorMemoryInstructions.addTo(this);
        VectorLaneInstructions.addTo(this);
        VectorBitInstructions.addTo(this);
        VectorIntegerInstructions.addTo(this);
        VectorWidthInstructions.addTo(this);
        VectorComparisons.addTo(this);
        VectorFloatInstructions.addTo(this);
        VectorConversionInstructions.addTo(this);
        ReferenceInstructions.addTo(this);
        TableInstructions.addTo(this);
        SegmentInstructions.addTo(this);
    }

    void add(OpCode opcode, Translation translation) {
        if (translations.put(opcode, translation) != null) {
            throw new IllegalStateException("two translations for " + opcode);
        }
    }

    boolean knows(OpCode opcode) {
        return translations.containsKey(opcode);
    }

    Translation get(OpCode opcode) {
        return translations.get(opcode);
    }
}
