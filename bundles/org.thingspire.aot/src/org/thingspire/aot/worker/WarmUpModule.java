// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.util.HexFormat;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;

/**
 * Compiles a small module for nobody, so that Java's classes and LLVM are loaded when the first real one comes.
 *
 * <p>In text, {@code (module (import "host" "tick" (func (param i32))) (memory (export "memory") 1) (data (i32.const 8) "warm") (global
 * (mut i32) (i32.const 0)) (func (export "sum") ...))}; the function has a loop, loads, stores, a call and a division.
 */
final class WarmUpModule {

    private static final byte[] MODULE = HexFormat.of().parseHex("""
            0061736d01000000010a0260017f0060017f017f020d0104686f73740474
            69636b00000302010105030100010606017f0141000b071002066d656d6f
            727902000373756d00010a37013501017f0340200120002802046a210120
            002001360200200041046a220041c000490d000b20011000230041016a24
            00200123006d0b0b0a010041080b047761726d
            """.replace("\n", ""));

    private WarmUpModule() {
    }

    static void run() {
        try {
            AotCompiler.compile(MODULE, CodeTarget.CORTEX_M3, CompileOptions.named("warm_up"));
        } catch (CompileException e) {
            throw new IllegalStateException("The compiler does not work: " + e.getMessage(), e);
        }
    }
}
