// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide;

/** The identifiers that {@code plugin.xml} of this bundle defines and others refer to. */
public final class IdeIds {

    public static final String BUNDLE = "org.thingspire.ide";

    public static final String NATURE = "org.thingspire.ide.nature";

    public static final String BUILDER = "org.thingspire.ide.builder";

    /** Type of the markers that the builder sets in the user's files. */
    public static final String PROBLEM_MARKER = "org.thingspire.ide.problem";

    /** Launch configuration type. */
    public static final String APPLICATION_LAUNCH = "org.thingspire.ide.application";

    /** Code of a status about something that the user can put right. */
    public static final int USER_FAILURE = 1;

    /** Code of a status that says that a launch in run mode has begun. */
    public static final int APPLICATION_STARTED = 2;

    /** Code of a status that says that a launch is about to start an application, which is built. */
    public static final int APPLICATION_STARTS = 3;

    /** Code of a status that asks which node is to be debugged; the answer is its name, or null if nobody says. */
    public static final int NODE_TO_DEBUG = 4;

    private IdeIds() {
    }
}
