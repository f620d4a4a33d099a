// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;

import org.thingspire.wasm.CoreSignature;

/**
 * A valid module and what to do with it: make an instance, then make these calls in order, whether they return or trap.
 *
 * @param imports what it imports besides {@link ModuleShape#IMPORT}
 * @param choices what it was made from
 */
record RandomModule(byte[] wasm, List<Call> calls, ModuleImports imports, Choices choices) {

    /** @param arguments their bits, those of 32-bit types in the lower half */
    record Call(String export, CoreSignature signature, List<Long> arguments) {
    }
}
