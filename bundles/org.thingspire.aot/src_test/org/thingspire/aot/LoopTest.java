// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.MachineCode;
import org.thingspire.aot.testing.Sources;

/** How loops over arrays step on Cortex-M. */
class LoopTest {

    /** {@code ldr rt, [rn], #4}, ARM DDI 0403, A7.7.43, encoding T4, each byte as a character. */
    private static final Pattern POST_INDEXED = Pattern.compile("[\\x50-\\x5e]\\xf8\\x04[\\x0b-\\xeb]");

    @TempDir
    private Path folder;

    @Test
    void loadingStepsThePointerForSpeed() throws Exception {
        assertThat(codeAt(Optimization.O2)).containsPattern(POST_INDEXED);
        assertThat(codeAt(Optimization.O3)).containsPattern(POST_INDEXED);
    }

    @Test
    void aCheckOfTheIndexIsReasonToKeepTheIndexForSize() throws Exception {
        assertThat(codeAt(Optimization.Os)).doesNotContainPattern(POST_INDEXED);
    }

    private String codeAt(Optimization level) throws Exception {
        byte[] wasm = new Sources(folder).c("scale.c", """
                __attribute__((export_name("scale"))) int scale(const int *values, int count) {
                    int sum = 0;
                    for (int i = 0; i < count; i++) { sum = sum * 31 + values[i]; }
                    return sum;
                }
                """, "-O1");
        return MachineCode.asText(wasm, level);
    }
}
