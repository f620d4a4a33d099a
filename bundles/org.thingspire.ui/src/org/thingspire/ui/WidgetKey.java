// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui;

import java.util.Locale;

import org.eclipse.swt.widgets.Widget;

/**
 * Names of fields and buttons for tools that don't see the picture: they stay when labels change or are translated. SWTBot finds a field with
 * {@code bot.textWithId("project-name")}.
 */
public enum WidgetKey {

    /** The new project's name, in its wizard. */
    PROJECT_NAME,
    /** The template's radio button, in the wizard; the template's name follows: {@code template-empty}. */
    TEMPLATE,
    /** The three fields of a launch configuration. */
    PROJECT,
    SPEED,
    DEBUGGED_NODE,
    /** The button in the tool bar. */
    BUILD_AND_RUN;

    private static final String DATA = "org.eclipse.swtbot.widget.key";

    public void on(Widget widget) {
        widget.setData(DATA, text());
    }

    /** For one of several of a kind. */
    public void on(Widget widget, String which) {
        widget.setData(DATA, text() + "-" + which);
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
