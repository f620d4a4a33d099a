// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The processor to generate code for, in LLVM's words.
 *
 * @param triple   for example {@code thumbv7m-none-eabi}; the calling convention for floats is part of it ({@code eabi}
 *                 passes them in integer registers, {@code eabihf} in floating-point registers)
 * @param cpu      for example {@code cortex-m3}
 * @param features comma-separated, each with + or -, for example {@code +vfp4d16sp,-fp64}; empty for the CPU's own
 */
public record CodeTarget(String triple, String cpu, String features) {

    private static final Pattern FEATURES = Pattern.compile("([+-][a-z0-9._-]+(,[+-][a-z0-9._-]+)*)?");

    /** Cortex-M3: no floating-point unit. */
    public static final CodeTarget CORTEX_M3 = new CodeTarget("thumbv7m-none-eabi", "cortex-m3", "");
    /** Cortex-M4F: single precision in hardware, double precision in software. */
    public static final CodeTarget CORTEX_M4F = new CodeTarget("thumbv7em-none-eabihf", "cortex-m4", "+vfp4d16sp,-fp64");
    /** Any 64-bit PC since about 2009 under Linux: the second level of the x86-64 psABI, whose SSE4.1 Wasm's vectors were made for. */
    public static final CodeTarget LINUX_X86_64 = new CodeTarget("x86_64-unknown-linux-gnu", "x86-64-v2", "");

    public CodeTarget {
        if (triple.isBlank() || cpu.isBlank()) {
            throw new IllegalArgumentException("a code target needs a triple and a cpu");
        }
        if (!FEATURES.matcher(features).matches()) {
            throw new IllegalArgumentException("features must be a comma-separated list like +a,-b, not '" + features + "'");
        }
    }

    /** Finds the architecture; empty if the compiler is not for it, which it says when it is to compile. */
    public Optional<Architecture> knownArchitecture() {
        return Architecture.of(triple);
    }

    /** The architecture of a target that code can be generated for. */
    public Architecture architecture() {
        return knownArchitecture().orElseThrow(() -> new IllegalStateException("no architecture of " + triple));
    }

    /** Whether code runs under an operating system. */
    public boolean isHosted() {
        return triple.contains("linux");
    }

    /** Whether there are addresses enough to give each linear memory all that an access can name; see {@link GuardedMemories}. */
    public boolean guardsMemory() {
        return architecture() == Architecture.X86_64 && isHosted();
    }
}
