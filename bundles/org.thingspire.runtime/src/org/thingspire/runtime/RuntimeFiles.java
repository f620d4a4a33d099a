// SPDX-License-Identifier: EPL-2.0
package org.thingspire.runtime;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.URIUtil;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The sources of ThingSpire OS and the sample projects that come with the workbench. The build copies them from the checkout into
 * this bundle, which is installed as a folder: compilers read them there.
 */
public final class RuntimeFiles {

    private RuntimeFiles() {
    }

    /**
     * The folder that holds {@code runtime/} and {@code samples/}. Where the bundle is a jar after all, both are unpacked into the
     * workbench's configuration area first.
     *
     * @throws UncheckedIOException if they are not in the bundle or can't be unpacked
     */
    public static Path home() {
        folder("samples/");
        return folder("runtime/").getParent();
    }

    private static Path folder(String name) {
        Bundle bundle = FrameworkUtil.getBundle(RuntimeFiles.class);
        URL entry = bundle.getEntry(name);
        try {
            if (entry == null) {
                throw new FileNotFoundException("There is no " + name + " in " + bundle.getLocation() + ". Install ThingSpire again.");
            }
            return Path.of(URIUtil.toURI(FileLocator.toFileURL(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
