// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

/** The identifiers that {@code plugin.xml} of this bundle defines and others refer to. */
public final class DebugIds {

    public static final String BUNDLE = "org.thingspire.ide.debug";

    /** Of all elements that a debugged node has in the Debug view, and of its breakpoints. */
    public static final String MODEL = BUNDLE;

    /** Type of the markers that remember breakpoints. */
    public static final String LINE_BREAKPOINT_MARKER = "org.thingspire.ide.debug.lineBreakpoint";

    /** Type of the warnings at breakpoints of others that are not set. */
    public static final String UNSET_BREAKPOINT_MARKER = "org.thingspire.ide.debug.unsetBreakpoint";

    private DebugIds() {
    }
}
