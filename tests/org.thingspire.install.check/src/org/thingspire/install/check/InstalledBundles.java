// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install.check;

import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The bundles of ThingSpire, as the framework sees them. */
final class InstalledBundles {

    private InstalledBundles() {
    }

    /** Starts each one. Fragments can only be resolved. */
    static void start() throws BundleException {
        List<String> wrong = new ArrayList<>(List.of("org.thingspire.llvm", "org.thingspire.runtime", "org.thingspire.ide",
                "org.thingspire.ide.debug", "org.thingspire.ui", "org.thingspire.ui.topology", "org.thingspire.gef.compat"));
        BundleContext context = FrameworkUtil.getBundle(InstalledBundles.class).getBundleContext();
        for (Bundle bundle : context.getBundles()) {
            if (!bundle.getSymbolicName().startsWith("org.thingspire.")) {
                continue;
            }
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment) {
                bundle.start(Bundle.START_TRANSIENT);
            }
            if (bundle.getState() == (fragment ? Bundle.RESOLVED : Bundle.ACTIVE)) {
                wrong.remove(bundle.getSymbolicName());
            } else {
                wrong.add(bundle + " in state " + bundle.getState());
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Not there or not resolved: " + wrong);
        }
    }
}
