// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.testing.Sources;

/** x86-64 has two instructions that rotate, and only one of them is fast on every processor. */
class RotationTest {

    /** {@code rol eax, 7}, each byte as a character. */
    private static final String ROL = "\u00c1\u00c0\u0007";
    /** The first bytes of {@code shld} with a constant. */
    private static final String SHLD = "\u000f\u00a4";

    @TempDir
    private Path folder;

    @Test
    void rotationIsTheInstructionForIt() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (func (export "f") (param i32) (result i32) (i32.rotl (local.get 0) (i32.const 7))))
                """);

        byte[] object = AotCompiler.compile(wasm, CodeTarget.LINUX_X86_64, CompileOptions.named("m").withoutDebugInfo()).object();

        assertThat(new String(object, StandardCharsets.ISO_8859_1)).contains(ROL).doesNotContain(SHLD);
    }
}
