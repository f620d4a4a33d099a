// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;

import run.endive.wasm.types.ExternalType;

/**
 * The function of a module that has the most code, which is what a compiler most probably takes its time for.
 *
 * @param name  what users call it
 * @param bytes of its body in the module
 */
public record LargestFunction(String name, int bytes) {

    /** Empty if the module has no functions of its own. */
    public static Optional<LargestFunction> of(byte[] wasm) throws InvalidModuleException, UnsupportedModuleException {
        DecodedModule module = ModuleDecoder.decode(wasm);
        List<SectionMap.Body> bodies = module.sections().bodies();
        int imported = module.importCount(ExternalType.FUNCTION);
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> new LargestFunction(module.names().ofFunction(imported + i), bodies.get(i).end() - bodies.get(i).content()))
                .max(Comparator.comparingInt(LargestFunction::bytes));
    }

    @Override
    public String toString() {
        return "%s with %s bytes of code".formatted(name, bytes);
    }
}
