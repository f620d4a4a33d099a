// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.MachineCode;
import org.thingspire.aot.testing.Sources;

/** Cortex-M can shift an operand on the way, in an instruction of twice the size. */
class ShiftTest {

    /** {@code add.w r0, r0, r1, lsl #2}, each byte as a character. */
    private static final String SHIFTED_ADD = "\u0000\u00eb\u0081\u0000";

    @TempDir
    private Path folder;

    @Test
    void anOperandIsShiftedOnTheWayForSpeedOnly() throws Exception {
        assertThat(codeAt(Optimization.O2)).contains(SHIFTED_ADD);
        assertThat(codeAt(Optimization.Os)).doesNotContain(SHIFTED_ADD);
    }

    private String codeAt(Optimization level) throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (func (export "f") (param i32 i32) (result i32)
                  (i32.add (local.get 0) (i32.shl (local.get 1) (i32.const 2)))))
                """);
        return MachineCode.asText(wasm, level);
    }
}
