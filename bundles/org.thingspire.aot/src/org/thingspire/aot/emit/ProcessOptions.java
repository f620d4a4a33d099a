// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.bytedeco.llvm.global.LLVM.LLVMParseCommandLineOptions;

import java.util.List;
import java.util.stream.Stream;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.LlvmContext;

/**
 * Options of LLVM's command line are variables of the whole process. So who generates code says with which ones, and waits while others
 * generate with different ones; those who agree go on together. A worker compiles one module at a time and never waits.
 */
final class ProcessOptions {

    private static final Object LOCK = new Object();
    private static GeneratorOptions current;
    private static int users;

    private ProcessOptions() {
    }

    /** What generates code. */
    @FunctionalInterface
    interface Generation {
        byte[] run() throws CompilerFailure;
    }

    static byte[] generate(GeneratorOptions options, Generation generation) throws CompilerFailure {
        enter(options);
        try {
            return generation.run();
        } finally {
            leave();
        }
    }

    private static void enter(GeneratorOptions options) {
        synchronized (LOCK) {
            boolean wasInterrupted = false;
            while (users > 0 && !options.equals(current)) {
                try {
                    LOCK.wait();
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
            }
            if (!options.equals(current)) {
                set(options.arguments());
                current = options;
            }
            users++;
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void leave() {
        synchronized (LOCK) {
            users--;
            LOCK.notifyAll();
        }
    }

    /** LLVM ends the process for an option that it doesn't know. */
    private static void set(List<String> arguments) {
        List<BytePointer> words = Stream.concat(Stream.of("thingspire"), arguments.stream()).map(BytePointer::new).toList();
        try (PointerPointer<BytePointer> vector = LlvmContext.array(words); BytePointer overview = new BytePointer("")) {
            LLVMParseCommandLineOptions(words.size(), vector, overview);
        } finally {
            words.forEach(BytePointer::close);
        }
    }
}
