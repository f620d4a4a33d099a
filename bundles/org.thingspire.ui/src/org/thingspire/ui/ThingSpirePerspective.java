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

    /** The platform's Run > Toggle Breakpoint, and its key; it has no constant for it. */
    private static final String BREAKPOINT_ACTION_SET = "org.eclipse.debug.ui.breakpointActionSet";
    private static final float LEFT = 0.25f;
    private static final float UPPER_LEFT = 0.55f;
    private static final float ABOVE_BOTTOM = 0.7f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.createFolder("org.thingspire.ui.left", IPageLayout.LEFT, LEFT, editors).addView(ProjectExplorer.VIEW_ID);
        IFolderLayout lowerLeft =
                layout.createFolder("org.thingspire.ui.lowerLeft", IPageLayout.BOTTOM, UPPER_LEFT, "org.thingspire.ui.left");
        // One view in each folder at first: the platform draws the icon of a tab that is behind another from its SVG source, and
        // what it loads for that takes as long as all the rest that this perspective adds. The others open where they are needed.
        lowerLeft.addView(IPageLayout.ID_OUTLINE);
        lowerLeft.addPlaceholder(IDebugUIConstants.ID_DEBUG_VIEW);
        lowerLeft.addPlaceholder(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        IFolderLayout bottom = layout.createFolder("org.thingspire.ui.bottom", IPageLayout.BOTTOM, ABOVE_BOTTOM, editors);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addPlaceholder(IConsoleConstants.ID_CONSOLE_VIEW);
        bottom.addPlaceholder(IPageLayout.ID_PROP_SHEET);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addActionSet(BREAKPOINT_ACTION_SET);
        layout.addNewWizardShortcut(UiIds.NEW_PROJECT_WIZARD);
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addShowViewShortcut(IDebugUIConstants.ID_DEBUG_VIEW);
        layout.addShowViewShortcut(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        // Not the platform's views of variables, registers, expressions and memory, nor its Debug perspective, which is full of them:
        // our debugger has nothing to show there yet.
    }
}
