// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class StackProbesTest {

    private static final Path PORT = Path.of("../../runtime/port/armv7m/include/thingspire/port.h");

    @Test
    void theGuardIsAsLargeAsTheRuntimeMakesIt() throws IOException {
        assertThat(Files.readString(PORT)).contains("#define TS_STACK_GUARD " + StackProbes.GUARD + "\n");
    }

    @Test
    void warningsTellTheFrames() {
        assertThat(StackProbes.frames(List.of("stack frame size (120) exceeds limit (72) in function 'm.f'", "something else")))
                .isEqualTo(Map.of("m.f", 120));
    }
}
