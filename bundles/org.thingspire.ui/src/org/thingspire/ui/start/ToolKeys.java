// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.start;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.thingspire.ui.WidgetKey;

/** Gives our tools in tool bars their keys. The platform makes them out of {@code plugin.xml}, and anew whenever they are shown. */
final class ToolKeys {

    /** By the identifier of the contribution. */
    private static final Map<String, WidgetKey> KEYS = Map.of("org.thingspire.ui.toolbar.buildAndRun", WidgetKey.BUILD_AND_RUN);

    private ToolKeys() {
    }

    /** To those that are there, and to all that come. To be called in the UI thread. */
    static void give(Display display) {
        Stream.of(display.getShells()).forEach(ToolKeys::giveBelow);
        display.addListener(SWT.Skin, event -> giveTo(event.widget)); // comes once for each new widget
    }

    private static void giveBelow(Composite parent) {
        if (parent instanceof ToolBar bar) {
            Stream.of(bar.getItems()).forEach(ToolKeys::giveTo);
        }
        Stream.of(parent.getChildren()).filter(Composite.class::isInstance).forEach(child -> giveBelow((Composite) child));
    }

    private static void giveTo(Widget widget) {
        if (widget instanceof ToolItem item && item.getData() instanceof IContributionItem contribution && contribution.getId() != null) {
            Optional.ofNullable(KEYS.get(contribution.getId())).ifPresent(key -> key.on(item));
        }
    }
}
