// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.debug.core.DebugEvent;
import org.thingspire.debug.dap.DebugThread;

/** The threads of a node, and what views are told of them. A thread that is still there stays the same object: views rely on that. */
final class ThreadList {

    private final NodeTarget target;
    private final List<NodeThread> threads = new CopyOnWriteArrayList<>();

    ThreadList(NodeTarget target) {
        this.target = target;
    }

    List<NodeThread> all() {
        return List.copyOf(threads);
    }

    Optional<NodeThread> first() {
        return threads.stream().findFirst();
    }

    /** The one of that number or, if GDB has not said which, the first. */
    Optional<NodeThread> find(int id) {
        return threads.stream().filter(thread -> thread.id() == id).findFirst().or(this::first);
    }

    synchronized void replace(List<DebugThread> now) {
        for (NodeThread thread : threads) {
            if (now.stream().noneMatch(other -> other.id() == thread.id())) {
                threads.remove(thread);
                thread.fireTerminateEvent();
            }
        }
        for (DebugThread other : now) {
            if (threads.stream().noneMatch(thread -> thread.id() == other.id())) {
                NodeThread thread = new NodeThread(target, other);
                threads.add(thread);
                thread.fireCreationEvent();
            }
        }
    }

    /** @param cause the thread for which all halted: views turn to it */
    void suspended(NodeThread cause, int detail) {
        threads.forEach(NodeThread::forgetStack);
        othersChanged(cause);
        cause.fireSuspendEvent(detail);
    }

    void resumed(NodeThread cause, int detail) {
        othersChanged(cause);
        cause.fireResumeEvent(detail);
    }

    private void othersChanged(NodeThread cause) {
        threads.stream().filter(thread -> thread != cause).forEach(thread -> thread.fireChangeEvent(DebugEvent.CONTENT));
    }
}
