// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.console;

/** What scripts learn from a command. 2, wrong usage, is picocli's own. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int WRONG_INPUT = 1;
    public static final int MISSING_PROGRAM = 3;
    public static final int RUN_FAILED = 4;
    /** EX_SOFTWARE of sysexits.h: a fault of our own. */
    public static final int BUG = 70;
    /** As shells report a program whose output nobody reads any more: it was ended by SIGPIPE, which Java does not get. */
    public static final int NOBODY_READS = 128 + 13;
    /** As shells report a program that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
