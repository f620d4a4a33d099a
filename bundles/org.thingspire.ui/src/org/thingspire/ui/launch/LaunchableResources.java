// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.ILaunchable;
import org.thingspire.ide.project.ThingSpireNature;

/**
 * Says that what is in a ThingSpire project can be launched. The platform needs only to know that there is such an adapter, and then asks
 * the launch shortcuts.
 */
public final class LaunchableResources implements IAdapterFactory {

    /** Has nothing in it: it marks. */
    private record Launchable() implements ILaunchable {
    }

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        boolean ours = adaptable instanceof IResource resource && resource.getProject() != null
                && ThingSpireNature.isOn(resource.getProject());
        return ours && type == ILaunchable.class ? type.cast(new Launchable()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ILaunchable.class};
    }
}
