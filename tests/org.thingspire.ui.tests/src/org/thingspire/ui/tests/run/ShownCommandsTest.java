// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.thingspire.ui.UiIds;
import org.thingspire.ui.tests.driver.ContextMenu;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** What is shown does something. */
@UiTest
class ShownCommandsTest {

    @Test
    void helpMenuHasOnlyWhatThereIs(Workbench workbench) {
        List<String> items = new ContextMenu(workbench).textsInMenuBar(KeyEvent.VK_H, () -> workbench.screenshot("help-menu"));

        assertThat(items).contains("About ThingSpire").doesNotContain("Help Contents", "Search", "Show Contextual Help", "Cheat Sheets...");
    }

    /** For tools that don't see the picture. A tool is made anew whenever it is shown again. */
    @Test
    void toolBarButtonHasAKeyAsLongAsItIsShown(Workbench workbench) {
        awaitPerspective(workbench, UiIds.PERSPECTIVE, true);
        awaitPerspective(workbench, "org.eclipse.ui.resourcePerspective", false);
        awaitPerspective(workbench, UiIds.PERSPECTIVE, true);
    }

    private static void awaitPerspective(Workbench workbench, String id, boolean hasTool) {
        Widgets widgets = new Widgets(workbench);
        workbench.screen().ask(() -> PlatformUI.getWorkbench().showPerspective(id, workbench.page().getWorkbenchWindow()));
        workbench.screen().waitUntil("the key of the tool is " + (hasTool ? "there" : "gone"),
                () -> widgets.toolKeys().contains("build-and-run") == hasTool);
    }

    /** Our debugger has nothing to show in them yet. */
    @Test
    void perspectiveOffersNoViewThatStaysEmpty(Workbench workbench) {
        List<String> offered = workbench.screen().ask(() -> List.of(workbench.page().getShowViewShortcuts()));

        assertThat(offered).contains(IDebugUIConstants.ID_DEBUG_VIEW, IDebugUIConstants.ID_BREAKPOINT_VIEW)
                .doesNotContain(IDebugUIConstants.ID_VARIABLE_VIEW, IDebugUIConstants.ID_REGISTER_VIEW,
                        IDebugUIConstants.ID_EXPRESSION_VIEW, IDebugUIConstants.ID_MEMORY_VIEW);
        assertThat(workbench.screen().ask(() -> List.of(workbench.page().getPerspectiveShortcuts())))
                .doesNotContain(IDebugUIConstants.ID_DEBUG_PERSPECTIVE);
    }
}
