// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.process;

import java.io.IOException;
import java.util.List;

import org.thingspire.llvm.ProgramEnvironment;

/**
 * Ends a program when this one is gone, also if it was killed and could not do it itself: a shell that waits for the end of a pipe of
 * which only this process has the other end. Linux can tell a program its parent's death, too, but means the thread that started it.
 */
public final class ProcessGuard implements AutoCloseable {

    private final Process shell;

    private ProcessGuard(Process shell) {
        this.shell = shell;
    }

    /** Guards it until this is closed, which is to be when the program has ended. */
    public static ProcessGuard of(Process guarded) throws IOException {
        // In a session of its own, so that Ctrl-C does not reach it.
        return new ProcessGuard(ProgramEnvironment.builder(List.of("setsid", "sh", "-c", "read -r end; kill -KILL \"$1\"", "guard",
                Long.toString(guarded.pid()))).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Gone when this returns. */
    @Override
    public void close() {
        shell.destroyForcibly().onExit().join();
    }
}
