// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

/**
 * Starts threads that talk to processes through pipes. Not virtual ones: one that waits for a pipe keeps the thread of the system that
 * carries it, and Java has as many of these as there are processors. As many compilers that wait for work would stop all virtual threads.
 */
final class PipeThread {

    private PipeThread() {
    }

    static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).start(work);
    }
}
