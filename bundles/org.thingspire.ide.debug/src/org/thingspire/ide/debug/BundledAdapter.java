// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Eclipse CDT's debug adapter as it comes with this bundle. */
final class BundledAdapter {

    private static final String FOLDER = "adapter/";

    private BundledAdapter() {
    }

    /** The folder with its {@code node_modules}; unpacked on first use if the bundle is a file. */
    static Path folder() throws IOException {
        Bundle bundle = FrameworkUtil.getBundle(BundledAdapter.class);
        URL entry = bundle.getEntry(FOLDER);
        if (entry == null) {
            throw new IOException("The debug adapter is missing in " + bundle.getLocation() + ". Install the ThingSpire feature again.");
        }
        return Path.of(FileLocator.toFileURL(entry).getPath());
    }
}
