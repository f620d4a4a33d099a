// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.model;

import java.util.Optional;

/** What a node does. Changes the moment the user asks for it, so that a second key press finds the first one's work begun. */
final class RunState {

    private enum Phase {
        RUNNING,
        SUSPENDED,
        ENDING,
        TERMINATED
    }

    private Phase phase = Phase.RUNNING;
    private Optional<NodeThread> stepping = Optional.empty();

    /**
     * @param stepping the thread that makes a step, if it is one
     * @return false if it did not stand, and so there is nothing to be done
     */
    synchronized boolean run(Optional<NodeThread> stepping) {
        if (phase != Phase.SUSPENDED) {
            return false;
        }
        phase = Phase.RUNNING;
        this.stepping = stepping;
        return true;
    }

    synchronized void halt() {
        if (phase == Phase.RUNNING) {
            phase = Phase.SUSPENDED;
            stepping = Optional.empty();
        }
    }

    /**
     * The debugger is to be ended.
     *
     * @return false if that has begun already
     */
    synchronized boolean end() {
        boolean news = phase != Phase.ENDING && phase != Phase.TERMINATED;
        if (news) {
            phase = Phase.ENDING;
            stepping = Optional.empty();
        }
        return news;
    }

    /** Nothing of it is left. */
    synchronized void terminate() {
        phase = Phase.TERMINATED;
    }

    synchronized boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    synchronized boolean isSuspended() {
        return phase == Phase.SUSPENDED;
    }

    synchronized boolean canEnd() {
        return phase == Phase.RUNNING || phase == Phase.SUSPENDED;
    }

    synchronized boolean isTerminated() {
        return phase == Phase.TERMINATED;
    }

    synchronized boolean isStepping(NodeThread thread) {
        return stepping.filter(thread::equals).isPresent();
    }
}
