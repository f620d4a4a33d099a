// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Makes the compiler's types of those of the decoder. */
public final class Signatures {

    private Signatures() {
    }

    public static CoreSignature of(FunctionType type) throws UnsupportedModuleException {
        return new CoreSignature(types(type.params()), types(type.returns()));
    }

    /** The same for a module whose types have been checked. */
    public static CoreSignature ofKnown(FunctionType type) {
        try {
            return of(type);
        } catch (UnsupportedModuleException e) {
            throw new IllegalStateException("SupportCheck let pass " + type, e);
        }
    }

    private static List<CoreType> types(List<ValType> types) throws UnsupportedModuleException {
        List<CoreType> known = new ArrayList<>();
        for (ValType type : types) {
            known.add(type(type));
        }
        return known;
    }

    static CoreType type(ValType type) throws UnsupportedModuleException {
        return switch (type.opcode()) {
            case ValType.ID.I32 -> CoreType.I32;
            case ValType.ID.I64 -> CoreType.I64;
            case ValType.ID.F32 -> CoreType.F32;
            case ValType.ID.F64 -> CoreType.F64;
            case ValType.ID.V128 -> CoreType.V128;
            case ValType.ID.RefNull -> reference(type);
            default -> throw new UnsupportedModuleException("values of type " + type.name() + " are not supported");
        };
    }

    private static CoreType reference(ValType type) throws UnsupportedModuleException {
        if (type.equals(ValType.FuncRef)) {
            return CoreType.FUNCREF;
        }
        if (type.equals(ValType.ExternRef)) {
            return CoreType.EXTERNREF;
        }
        throw new UnsupportedModuleException("values of type " + type.name() + " are not supported");
    }
}
