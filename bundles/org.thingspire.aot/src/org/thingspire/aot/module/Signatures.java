// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.List;

import org.thingspire.aot.api.Signature;
import org.thingspire.aot.api.UnsupportedModuleException;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Wasm function types in the letters of {@link Signature}. */
public final class Signatures {

    private Signatures() {
    }

    public static Signature of(FunctionType type) throws UnsupportedModuleException {
        return new Signature(letters(type.params()), letters(type.returns()));
    }

    private static String letters(List<ValType> types) throws UnsupportedModuleException {
        StringBuilder letters = new StringBuilder();
        for (ValType type : types) {
            letters.append(letter(type));
        }
        return letters.toString();
    }

    static char letter(ValType type) throws UnsupportedModuleException {
        return switch (type.opcode()) {
            case ValType.ID.I32 -> 'i';
            case ValType.ID.I64 -> 'l';
            case ValType.ID.F32 -> 'f';
            case ValType.ID.F64 -> 'd';
            case ValType.ID.V128 -> 'v';
            case ValType.ID.RefNull -> referenceLetter(type);
            default -> throw new UnsupportedModuleException("values of type " + type.name() + " are not supported");
        };
    }

    private static char referenceLetter(ValType type) throws UnsupportedModuleException {
        if (type.equals(ValType.FuncRef)) {
            return 'r';
        }
        if (type.equals(ValType.ExternRef)) {
            return 'e';
        }
        throw new UnsupportedModuleException("values of type " + type.name() + " are not supported");
    }
}
