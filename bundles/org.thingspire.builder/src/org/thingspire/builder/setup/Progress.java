// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.setup;

/** Told by a build what it does; called from several threads. A build is canceled by interrupting the thread that runs it. */
public interface Progress {

    /** How many pieces of work there are; called once, before the first. */
    void begin(int pieces);

    /** A piece of work begins, for example "compile modules/control.c". Not called for what is up to date. */
    void working(String what);

    /** One of the pieces announced by {@link #begin} is done or was up to date. */
    void done();

    /** Nobody looks on. */
    Progress NONE = new Progress() {
        @Override
        public void begin(int pieces) {
        }

        @Override
        public void working(String what) {
        }

        @Override
        public void done() {
        }
    };
}
