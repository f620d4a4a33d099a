// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui;

/** The identifiers that {@code plugin.xml} of this bundle defines and others refer to. */
public final class UiIds {

    public static final String BUNDLE = "org.thingspire.ui";

    public static final String PERSPECTIVE = "org.thingspire.ui.perspective";

    public static final String NEW_PROJECT_WIZARD = "org.thingspire.ui.newProject";

    public static final String PREFERENCE_PAGE = "org.thingspire.ui.preferences";

    public static final String BUILD_AND_RUN = "org.thingspire.ui.buildAndRun";

    private UiIds() {
    }
}
