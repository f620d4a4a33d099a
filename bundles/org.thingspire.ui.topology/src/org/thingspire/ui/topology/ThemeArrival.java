// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.thingspire.ui.topology.figures.Theme;

/**
 * Lets the platform's theme arrive before GEF is used for the first time. GEF takes the colors of its palette from the window
 * system once and for all, when its first figure is made; the platform tells the window system of a dark theme by an event, which
 * may still be waiting while the editors of the last session are opened.
 */
final class ThemeArrival {

    private static final int MAX_EVENTS = 100;

    private ThemeArrival() {
    }

    /** Handles waiting events until the window system is as dark as the window. Does nothing if it is already. */
    static void await(Composite parent) {
        Display display = parent.getDisplay();
        boolean dark = Theme.isDark(parent.getShell().getBackground());
        int events = 0;
        while (Theme.isDark(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND)) != dark && events < MAX_EVENTS && display.readAndDispatch()) {
            events++;
        }
    }
}
