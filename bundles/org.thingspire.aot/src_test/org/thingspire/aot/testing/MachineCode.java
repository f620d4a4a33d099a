// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import java.nio.charset.StandardCharsets;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;

/** What the compiler makes of a module for Cortex-M3. */
public final class MachineCode {

    private MachineCode() {
    }

    /** The object file, without debug information. */
    public static byte[] of(byte[] wasm, Optimization level) throws CompileException {
        return AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, CompileOptions.named("m").with(level).withoutDebugInfo()).object();
    }

    /** The same, each byte as a character, to look for instructions in. */
    public static String asText(byte[] wasm, Optimization level) throws CompileException {
        return new String(of(wasm, level), StandardCharsets.ISO_8859_1);
    }
}
