// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** Everything for drawing, building, running and debugging at once: nobody has to switch when a breakpoint hits. */
public final class ThingSpirePerspective implements IPerspectiveFactory {

    private static final float LEFT = 0.2f;
    private static final float UPPER_LEFT = 0.55f;
    private static final float ABOVE_BOTTOM = 0.7f;
    private static final float BEFORE_RIGHT = 0.8f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.createFolder("org.thingspire.ui.left", IPageLayout.LEFT, LEFT, editors).addView(ProjectExplorer.VIEW_ID);
        IFolderLayout lowerLeft =
                layout.createFolder("org.thingspire.ui.lowerLeft", IPageLayout.BOTTOM, UPPER_LEFT, "org.thingspire.ui.left");
        lowerLeft.addView(IDebugUIConstants.ID_DEBUG_VIEW);
        lowerLeft.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        IFolderLayout bottom = layout.createFolder("org.thingspire.ui.bottom", IPageLayout.BOTTOM, ABOVE_BOTTOM, editors);
        bottom.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(IPageLayout.ID_PROP_SHEET);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.createFolder("org.thingspire.ui.right", IPageLayout.RIGHT, BEFORE_RIGHT, editors).addView(IPageLayout.ID_OUTLINE);
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addNewWizardShortcut(UiIds.NEW_PROJECT_WIZARD);
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addShowViewShortcut(IDebugUIConstants.ID_VARIABLE_VIEW);
        layout.addPerspectiveShortcut(IDebugUIConstants.ID_DEBUG_PERSPECTIVE);
    }
}
