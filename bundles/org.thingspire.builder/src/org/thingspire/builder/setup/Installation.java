// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.setup;

import java.nio.file.Path;

import org.thingspire.llvm.LlvmTools;

/**
 * Where ThingSpire's own parts are on this machine.
 *
 * @param runtime the sources of ThingSpire OS, with the boards
 * @param llvm the bundled compiler and linker
 * @param cache takes what is compiled of the runtime
 */
public record Installation(Path runtime, LlvmTools llvm, UserCache cache) {

    public Installation {
        runtime = runtime.toAbsolutePath().normalize();
    }

    /** With the user's {@linkplain UserCache#standard() standard} cache. */
    public Installation(Path runtime, LlvmTools llvm) {
        this(runtime, llvm, UserCache.standard());
    }

    public Path boards() {
        return runtime.resolve("boards");
    }

    /** What module authors include and what is compiled into each C module. */
    public Path sdk() {
        return runtime.resolve("sdk");
    }
}
