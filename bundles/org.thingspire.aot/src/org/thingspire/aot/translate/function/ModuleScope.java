// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.memory.LinearMemory;
import org.thingspire.aot.translate.module.ConstantExpressions;
import org.thingspire.aot.translate.module.DataSegments;
import org.thingspire.aot.translate.module.ElementSegments;
import org.thingspire.aot.translate.module.Functions;
import org.thingspire.aot.translate.module.Globals;
import org.thingspire.aot.translate.module.References;
import org.thingspire.aot.translate.table.Tables;
import org.thingspire.aot.translate.type.ValueTypes;

/**
 * What a function's code refers to.
 *
 * @param memory       {@code null} if the module has none; then no valid code refers to it
 * @param pointerBytes of the target: 4 or 8
 */
public record ModuleScope(DecodedModule wasm, IrModule ir, CodeTarget target, int pointerBytes, ValueTypes types, Functions functions,
        References references, Globals globals, ConstantExpressions expressions, LinearMemory memory, Tables tables, DataSegments data,
        ElementSegments elements) {
}
