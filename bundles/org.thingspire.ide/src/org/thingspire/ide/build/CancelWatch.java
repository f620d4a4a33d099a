// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.time.Duration;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Interrupts a thread when the user cancels: the core is canceled by interruption, the workbench's jobs by asking their
 * monitor. Closed by the thread that made it, which is not interrupted after that.
 */
final class CancelWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Thread watched = Thread.currentThread();
    private final Thread watcher;
    private boolean interrupted;
    private boolean closed;

    private CancelWatch(IProgressMonitor monitor) {
        this.watcher = Thread.ofVirtual().name("cancel watch").start(() -> watch(monitor));
    }

    static CancelWatch ofCallingThread(IProgressMonitor monitor) {
        return new CancelWatch(monitor);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (interrupted) {
                Thread.interrupted(); // it was meant for the work, which is over
            }
        }
        watcher.interrupt();
    }

    private void watch(IProgressMonitor monitor) {
        try {
            while (!interruptIfCanceled(monitor)) {
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            // closed: nobody needs this any more
        }
    }

    private synchronized boolean interruptIfCanceled(IProgressMonitor monitor) {
        if (!closed && monitor.isCanceled()) {
            interrupted = true;
            watched.interrupt();
        }
        return closed || interrupted;
    }
}
