// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.start;

import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.thingspire.ide.project.ThingSpireNature;
import org.thingspire.ui.UiIds;

/** When the workbench is up. Whoever has ThingSpire among other things, and does not use it, pays nothing for it. */
public final class EarlyStart implements IStartup {

    @Override
    public void earlyStartup() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> ToolKeys.give(display));
        boolean hasProject = Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()).anyMatch(ThingSpireNature::isOn);
        if (hasProject || isPerspectiveShown(PlatformUI.getWorkbench())) {
            ClassesAhead.ofEditorsAndViews().schedule();
        }
    }

    private static boolean isPerspectiveShown(IWorkbench workbench) {
        return workbench.getDisplay().syncCall(() -> Stream.of(workbench.getWorkbenchWindows()).anyMatch(EarlyStart::showsPerspective));
    }

    private static boolean showsPerspective(IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        IPerspectiveDescriptor perspective = page == null ? null : page.getPerspective();
        return perspective != null && perspective.getId().equals(UiIds.PERSPECTIVE);
    }
}
