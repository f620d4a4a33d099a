// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.problem.Problem;

/**
 * A module's WebAssembly file, made from its sources.
 *
 * @param name the module's name in the topology
 * @param source the source file the topology names
 * @param wasm what was made of it
 * @param warnings what the compiler has to say about sources that it accepts
 */
public record WasmModule(String name, Path source, Path wasm, List<Problem> warnings) {

    /** Whether the user gave WebAssembly, instead of something it is made of. */
    boolean isReadyMade() {
        return source.equals(wasm);
    }
}
