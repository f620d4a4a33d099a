// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CompileException;

/**
 * The program of a worker: compiles what comes in, one module after the other, and ends when its parent closes the stream or is
 * gone. If nothing has come in by the time it is up, it compiles {@link WarmUpModule}.
 */
public final class Worker {

    /** LLVM recurses into nested code; a thread that runs out of stack would take the process along. */
    private static final long STACK_BYTES = 64L << 20;
    private static final Path OUT_OF_MEMORY_SCORE = Path.of("/proc/self/oom_score_adj");

    private Worker() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        preferAsOomVictim();
        DataOutputStream replies = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err);
        Thread compiler = new Thread(null, () -> serve(new DataInputStream(new BufferedInputStream(System.in)), replies), "compiler",
                STACK_BYTES);
        compiler.start();
        compiler.join();
    }

    /** If the machine has too little memory, Linux had better end this process than the workbench that it works for. */
    private static void preferAsOomVictim() {
        try {
            Files.writeString(OUT_OF_MEMORY_SCORE, "1000");
        } catch (IOException e) {
            System.err.println("this process can't say that it may be ended first: " + e);
        }
    }

    private static void serve(DataInputStream requests, DataOutputStream replies) {
        try {
            if (requests.available() == 0) {
                WarmUpModule.run();
            }
            while (true) {
                Request request = RecordStream.read(requests, Request.class);
                RecordStream.write(replies, compile(request));
                replies.flush();
            }
        } catch (EOFException e) {
            // The parent needs no more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply compile(Request request) {
        try {
            return Reply.done(AotCompiler.compile(request.wasm(), request.target(), request.options()));
        } catch (CompileException e) {
            return Reply.refused(e);
        }
    }
}
