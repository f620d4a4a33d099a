// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the adapter's answers; does not wait for ever, and not for an adapter that is gone. */
final class Answers {

    private static final int USUAL_SECONDS = 30;
    /** For loading debug information and connecting. */
    private static final int LONG_SECONDS = 120;
    private static final int SHORT_SECONDS = 1;

    private final CompletableFuture<?> gone;

    /** @param gone completes when the adapter ends */
    Answers(CompletableFuture<?> gone) {
        this.gone = gone;
    }

    <T> T await(CompletableFuture<T> answer) throws DebuggerException {
        return await(answer, USUAL_SECONDS);
    }

    <T> T awaitLong(CompletableFuture<T> answer) throws DebuggerException {
        return await(answer, LONG_SECONDS);
    }

    /** For what is only polite to ask. */
    void awaitShortly(CompletableFuture<?> answer) {
        try {
            await(answer, SHORT_SECONDS);
        } catch (DebuggerException e) {
            // Who asked has another way.
        }
    }

    private <T> T await(CompletableFuture<T> answer, int seconds) throws DebuggerException {
        try {
            CompletableFuture.anyOf(answer, gone).get(seconds, TimeUnit.SECONDS);
            if (!answer.isDone()) {
                throw new DebuggerException("The debugger has ended.", null);
            }
            return answer.get();
        } catch (ExecutionException e) {
            throw new DebuggerException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new DebuggerException("The debugger did not answer within " + seconds + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DebuggerException("Waiting for the debugger was interrupted.", e);
        }
    }
}
