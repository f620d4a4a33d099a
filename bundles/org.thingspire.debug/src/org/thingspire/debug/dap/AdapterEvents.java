// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.lsp4j.debug.ContinuedEventArguments;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;

/** Passes the adapter's events on, off the thread that reads them: a listener that asks the adapter something must not wait for itself. */
final class AdapterEvents implements IDebugProtocolClient {

    private final Executor executor;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Optional<DebugListener> listener = Optional.empty();

    AdapterEvents(Executor executor) {
        this.executor = executor;
    }

    /** What happened before is not told. */
    void tell(DebugListener interested) {
        listener = Optional.of(interested);
    }

    @Override
    public void stopped(StoppedEventArguments event) {
        int thread = event.getThreadId() == null ? 1 : event.getThreadId();
        pass(to -> to.stopped(thread, StopReason.of(event.getReason())));
    }

    @Override
    public void continued(ContinuedEventArguments event) {
        pass(DebugListener::resumed);
    }

    @Override
    public void output(OutputEventArguments event) {
        pass(to -> to.output(event.getOutput()));
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
            pass(DebugListener::ended);
        }
    }

    private void pass(Consumer<DebugListener> event) {
        executor.execute(() -> listener.ifPresent(event));
    }
}
