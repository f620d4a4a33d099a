// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.testing.Sources;

/**
 * Processor time at -O2 for modules of each of the {@link Shapes}, and for such of twice the size. About twice the time is wanted; loops one
 * after the other (for LLVM's own passes) and many segments of data take the square, and nothing may take more.
 */
class GrowthBenchmark {

    private static final int SIZE = Integer.getInteger("growth.size", 100);
    private static final double AT_MOST = 5;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void noModuleTakesMoreThanTheSquareOfItsSize() throws Exception {
        List<String> tooMuch = new ArrayList<>();
        for (Map.Entry<String, IntFunction<String>> shape : Shapes.all().entrySet()) {
            byte[] once = new Sources(folder).wat(shape.getValue().apply(SIZE));
            byte[] twice = new Sources(folder).wat(shape.getValue().apply(2 * SIZE));
            double first = milliseconds(once);
            double second = milliseconds(twice);
            System.out.printf("%-50s %8.0f ms %8.0f ms %6.2f%n", shape.getKey(), first, second, second / first);
            if (second / first > AT_MOST) {
                tooMuch.add(shape.getKey());
            }
        }
        assertThat(tooMuch).isEmpty();
    }

    /** The fastest of some, which is without what Java does only once. */
    private static double milliseconds(byte[] wasm) throws CompileException {
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, CompileOptions.named("shape").withoutDebugInfo());
            fastest = Math.min(fastest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return fastest / 1e6;
    }
}
