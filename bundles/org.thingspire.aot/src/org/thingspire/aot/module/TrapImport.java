// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.Map;
import java.util.Optional;

import org.thingspire.aot.api.TrapKind;

import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/**
 * Imports that a call of is a trap, so that nobody has to offer them: what compilers call where WebAssembly would trap, had they not
 * found out beforehand that it will. The names are those of LLVM's minimal runtime for {@code -fsanitize}.
 */
public final class TrapImport {

    private static final String MODULE = "env";
    private static final Map<String, TrapKind> KINDS =
            Map.of("__ubsan_handle_divrem_overflow_minimal_abort", TrapKind.INTEGER_DIVIDE_BY_ZERO);

    private TrapImport() {
    }

    /** The kind of trap that a call of the import is; empty if it is an import like others. */
    public static Optional<TrapKind> kind(FunctionImport function, FunctionType type) {
        boolean isPlain = type.params().isEmpty() && type.returns().isEmpty();
        return isPlain && function.module().equals(MODULE) ? Optional.ofNullable(KINDS.get(function.name())) : Optional.empty();
    }
}
