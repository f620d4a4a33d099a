// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.io.ByteArrayInputStream;
import java.util.Map;

import org.thingspire.aot.InvalidModuleException;

import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/**
 * From bytes to a module that is known to be valid. Endive decodes and validates, {@link ModuleChecks} adds what it
 * lets through, {@link FaultLocator} finds out where a fault is.
 */
public final class ModuleDecoder {

    private ModuleDecoder() {
    }

    public static DecodedModule decode(byte[] module) throws InvalidModuleException {
        SectionMap sections = SectionMap.of(module);
        new CountChecks(module, sections).run();
        WasmModule wasm;
        try {
            wasm = parser().parse(() -> new ByteArrayInputStream(module));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Endive documents that a damaged module may lead to any runtime exception, and a wrong count to a huge allocation.
            throw new FaultLocator(module, sections).locate(e);
        }
        DecodedModule decoded = new DecodedModule(wasm, sections, DebugNames.of(module, sections));
        new ModuleChecks(module, decoded).run();
        return decoded;
    }

    /** Custom sections stay bytes: a broken one must not make the module invalid. */
    static Parser parser() {
        return Parser.builder().withCustomParsers(Map.of()).build();
    }
}
