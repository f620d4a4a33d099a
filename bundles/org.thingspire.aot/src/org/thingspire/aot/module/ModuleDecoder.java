// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;

import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;

import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/**
 * From bytes to a module that is known to be valid. Endive decodes and validates, {@link ModuleChecks} adds what it
 * lets through, {@link FaultLocator} finds out where a fault is, and {@link NewerFeatures} whether it is one.
 */
public final class ModuleDecoder {

    private ModuleDecoder() {
    }

    public static DecodedModule decode(byte[] module) throws InvalidModuleException, UnsupportedModuleException {
        SectionMap sections = SectionMap.of(module);
        new CountChecks(module, sections).run();
        WasmModule wasm;
        try {
            wasm = parser().parse(() -> new ByteArrayInputStream(module));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Endive documents that a damaged module may lead to any runtime exception, and a wrong count to a huge allocation.
            throw refusal(module, sections, e);
        }
        DecodedModule decoded = new DecodedModule(wasm, sections, DebugNames.of(module, sections));
        new ModuleChecks(module, decoded).run();
        return decoded;
    }

    /**
     * Why Endive has refused a module.
     *
     * @throws UnsupportedModuleException if a newer version of WebAssembly has what it has refused
     */
    static InvalidModuleException refusal(byte[] module, SectionMap sections, Throwable refused) throws UnsupportedModuleException {
        InvalidModuleException fault = new FaultLocator(module, sections).locate(refused);
        Optional<String> feature = new NewerFeatures(module, sections).at(fault);
        if (feature.isPresent()) {
            throw new UnsupportedModuleException("the module uses %s at offset 0x%x, which is not supported"
                    .formatted(feature.get(), fault.offset()));
        }
        return fault;
    }

    /** Custom sections stay bytes: a broken one must not make the module invalid. */
    static Parser parser() {
        return Parser.builder().withCustomParsers(Map.of()).build();
    }
}
