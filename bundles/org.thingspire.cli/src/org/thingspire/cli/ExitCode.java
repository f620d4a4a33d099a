// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

/** What scripts learn from a command. 2, wrong usage, is picocli's own. */
final class ExitCode {

    static final int DONE = 0;
    static final int WRONG_INPUT = 1;
    static final int MISSING_PROGRAM = 3;
    static final int RUN_FAILED = 4;
    /** EX_SOFTWARE of sysexits.h: a fault of our own. */
    static final int BUG = 70;
    /** As shells report a program whose output nobody reads any more: it was ended by SIGPIPE, which Java does not get. */
    static final int NOBODY_READS = 128 + 13;
    /** As shells report a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
