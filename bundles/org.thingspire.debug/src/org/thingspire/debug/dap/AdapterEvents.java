// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.lsp4j.debug.ContinuedEventArguments;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;

/** Passes the adapter's events on, off the thread that reads them: a listener that asks the adapter something must not wait for itself. */
final class AdapterEvents implements IDebugProtocolClient {

    private final DebugListener listener;
    private final Executor executor;
    private final AtomicBoolean ended = new AtomicBoolean();

    AdapterEvents(DebugListener listener, Executor executor) {
        this.listener = listener;
        this.executor = executor;
    }

    @Override
    public void stopped(StoppedEventArguments event) {
        int thread = event.getThreadId() == null ? 1 : event.getThreadId();
        executor.execute(() -> listener.stopped(thread, StopReason.of(event.getReason())));
    }

    @Override
    public void continued(ContinuedEventArguments event) {
        executor.execute(listener::resumed);
    }

    @Override
    public void output(OutputEventArguments event) {
        executor.execute(() -> listener.output(event.getOutput()));
    }

    @Override
    public void terminated(TerminatedEventArguments event) {
        end();
    }

    @Override
    public void exited(ExitedEventArguments event) {
        end();
    }

    void end() {
        if (ended.compareAndSet(false, true)) {
            executor.execute(listener::ended);
        }
    }
}
