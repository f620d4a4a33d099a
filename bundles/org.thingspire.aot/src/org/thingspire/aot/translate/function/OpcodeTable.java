// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import java.util.EnumMap;
import java.util.Map;

import run.endive.wasm.types.OpCode;

/** Knows which method translates which instruction. Each family of instructions adds its own. */
public final class OpcodeTable {

    private final Map<OpCode, Translation> translations = new EnumMap<>(OpCode.class);

    public void add(OpCode opcode, Translation translation) {
        if (translations.put(opcode, translation) != null) {
            throw new IllegalStateException("two translations for " + opcode);
        }
    }

    public boolean knows(OpCode opcode) {
        return translations.containsKey(opcode);
    }

    Translation get(OpCode opcode) {
        return translations.get(opcode);
    }
}
