// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.thingspire.ui.UiIds;

/** The platform's Debug view. What is selected there, the tools for stepping and terminating work on; without it they are gray. */
final class DebugView {

    private DebugView() {
    }

    /** Our perspective has a place for it beside the outline, and opens it only now. In others, not where the user has closed it. */
    static void show() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page != null && (isOurs(page.getPerspective()) || page.findViewReference(IDebugUIConstants.ID_DEBUG_VIEW) != null)) {
            try {
                page.showView(IDebugUIConstants.ID_DEBUG_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
            } catch (PartInitException e) {
                ILog.get().log(e.getStatus());
            }
        }
    }

    private static boolean isOurs(IPerspectiveDescriptor perspective) {
        return perspective != null && perspective.getId().equals(UiIds.PERSPECTIVE);
    }
}
