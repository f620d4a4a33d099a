// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.ui.PlatformUI;

/**
 * Gets the workbench ready for an application that is about to be started. By itself the platform opens the Debug view only when
 * something halts, and until then what is debugged could not be terminated with the tool bar.
 */
public final class StartingApplication implements IStatusHandler {

    /**
     * Called in the launch's job.
     *
     * @param source the {@link ILaunch}
     */
    @Override
    public Object handleStatus(IStatus status, Object source) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            DebugKeys.load();
            if (source instanceof ILaunch launch && launch.getLaunchMode().equals(ILaunchManager.DEBUG_MODE)) {
                DebugView.show();
            }
        });
        return null;
    }
}
