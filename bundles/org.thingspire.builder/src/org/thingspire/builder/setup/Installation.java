// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.setup;

import java.nio.file.Path;

import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.llvm.LlvmTools;

/**
 * Where ThingSpire's own parts are on this machine.
 *
 * @param runtime the sources of ThingSpire OS, with the boards
 * @param llvm the bundled compiler and linker
 * @param cache takes what is compiled of the runtime
 * @param programs of the machine
 */
public record Installation(Path runtime, LlvmTools llvm, UserCache cache, ProgramPaths programs) {

    public Installation {
        runtime = runtime.toAbsolutePath().normalize();
    }

    /** With the user's {@linkplain UserCache#standard() standard} cache, and the programs that are on PATH. */
    public Installation(Path runtime, LlvmTools llvm) {
        this(runtime, llvm, UserCache.standard(), ProgramPaths.ON_PATH);
    }

    /** The same with other programs. */
    public Installation with(ProgramPaths others) {
        return new Installation(runtime, llvm, cache, others);
    }

    public Path boards() {
        return runtime.resolve("boards");
    }

    /** What module authors include and what is compiled into each C module. */
    public Path sdk() {
        return runtime.resolve("sdk");
    }
}
