// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IStatusHandler;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeIds;

/**
 * A launch that came to nothing, for whoever tells the user of it: the {@link IStatusHandler} for {@link IdeIds#USER_FAILURE} gets
 * it as the source of the status.
 *
 * @param configuration what was to be launched
 * @param cause what stopped it
 */
public record FailedLaunch(String configuration, Exception cause) {

    /**
     * Tells the user, if there is somebody to do it.
     *
     * @return what the launch is to throw: a cancellation if the user knows, else the failure
     */
    static CoreException tell(String configuration, Exception cause) throws CoreException {
        IStatus status = FailureReport.status(cause, "\"" + configuration + "\" can't be started");
        IStatusHandler teller = DebugPlugin.getDefault().getStatusHandler(status);
        if (teller == null) {
            return new CoreException(status);
        }
        teller.handleStatus(status, new FailedLaunch(configuration, cause));
        return new CoreException(Status.CANCEL_STATUS);
    }
}
