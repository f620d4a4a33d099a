// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.module.DecodedModule;

/**
 * What a function's code refers to.
 *
 * @param memory       {@code null} if the module has none; then no valid code refers to it
 * @param pointerBytes of the target: 4 or 8
 */
record ModuleScope(DecodedModule wasm, IrModule ir, CodeTarget target, int pointerBytes, ValueTypes types, Functions functions,
        References references, Globals globals, ConstantExpressions expressions, LinearMemory memory, Tables tables, DataSegments data,
        ElementSegments elements) {
}
