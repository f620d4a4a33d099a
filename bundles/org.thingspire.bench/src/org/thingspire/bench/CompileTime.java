// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.board.Board;
import org.thingspire.builder.toolchain.BoardProcessor;

/**
 * The processor time from WebAssembly to an object at -O2, when Java and LLVM are warm.
 *
 * @param wasmBytes   of all modules together
 * @param nanoseconds for all of them, one after the other
 */
public record CompileTime(long wasmBytes, long nanoseconds) {

    private static final int WARM_UPS = 3;

    public double millisecondsPerKilobyte() {
        return nanoseconds / 1e6 / (wasmBytes / 1024.0);
    }

    static CompileTime measure(List<Path> modules, Board board) {
        CodeTarget target = BoardProcessor.codeTarget(board);
        CompileOptions options = CompileOptions.named("subject");
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long bytes = 0;
        long fastest = Long.MAX_VALUE;
        try {
            List<byte[]> contents = new ArrayList<>();
            for (Path module : modules) {
                contents.add(Files.readAllBytes(module));
                bytes += contents.getLast().length;
            }
            for (int round = 0; round <= WARM_UPS; round++) {
                long start = clock.getCurrentThreadCpuTime();
                for (byte[] content : contents) {
                    AotCompiler.compile(content, target, options);
                }
                fastest = Math.min(fastest, clock.getCurrentThreadCpuTime() - start);
            }
        } catch (CompileException e) {
            throw new IllegalStateException("a module that has been compiled before: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CompileTime(bytes, fastest);
    }
}
