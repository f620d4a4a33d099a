// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What one placement wants of its object file.
 *
 * @param name         the placement's name: prefix of every symbol, see {@link SymbolNames}
 * @param optimization how much to transform the code
 * @param memoryBudget how many bytes of linear memory the module may touch; empty for whole pages, see {@link CompiledObject}
 * @param debugInfo    whether the object tells functions, files and lines
 * @param sourceName   the file that functions without DWARF are attributed to (a .wat or .wasm); may be empty
 * @param sharesState  whether other modules may import the memory, tables and globals that the module exports: then these have
 *                     symbols, and room to grow even if only others use it
 */
public record CompileOptions(String name, Optimization optimization, OptionalLong memoryBudget, boolean debugInfo, String sourceName,
        boolean sharesState) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final long LARGEST_BUDGET = 1L << 31;

    public CompileOptions {
        Objects.requireNonNull(optimization);
        Objects.requireNonNull(sourceName);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a placement's name is letters, digits, _ and -, not '" + name + "'");
        }
        if (memoryBudget.isPresent() && (memoryBudget.getAsLong() < 0 || memoryBudget.getAsLong() > LARGEST_BUDGET)) {
            throw new IllegalArgumentException("a memory budget is 0 to " + LARGEST_BUDGET + " bytes, not " + memoryBudget.getAsLong());
        }
    }

    /** Optimized for speed, whole pages of memory, with debug information. */
    public static CompileOptions named(String name) {
        return new CompileOptions(name, Optimization.O2, OptionalLong.empty(), true, "", false);
    }

    public CompileOptions with(Optimization other) {
        return new CompileOptions(name, other, memoryBudget, debugInfo, sourceName, sharesState);
    }

    public CompileOptions withMemoryBudget(long bytes) {
        return new CompileOptions(name, optimization, OptionalLong.of(bytes), debugInfo, sourceName, sharesState);
    }

    public CompileOptions withSourceName(String file) {
        return new CompileOptions(name, optimization, memoryBudget, debugInfo, file, sharesState);
    }

    public CompileOptions withoutDebugInfo() {
        return new CompileOptions(name, optimization, memoryBudget, false, sourceName, sharesState);
    }

    public CompileOptions withSharedState() {
        return new CompileOptions(name, optimization, memoryBudget, debugInfo, sourceName, true);
    }
}
