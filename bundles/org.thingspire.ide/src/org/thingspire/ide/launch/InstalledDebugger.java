// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeIds;

/** Finds the debugger that this workbench has. */
record InstalledDebugger(IExtensionRegistry registry) {

    private static final String EXTENSION_POINT = "debuggers";

    /** @throws CoreException if there is none */
    ApplicationDebugger create() throws CoreException {
        IConfigurationElement[] found = registry.getConfigurationElementsFor(IdeIds.BUNDLE, EXTENSION_POINT);
        if (found.length == 0) {
            throw new CoreException(FailureReport.error("This workbench has no debugger for ThingSpire. Install the ThingSpire feature again."));
        }
        return (ApplicationDebugger) found[0].createExecutableExtension("class");
    }
}
