// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import java.nio.file.Path;

import org.thingspire.builder.setup.Profile;
import org.thingspire.topology.fit.Measured;

/** What the last build of a topology found out; reads it again, in the background, when there was another. */
public final class BuildResults {

    private final FileWatch watch;
    private volatile Measured measured;

    /** @param onChange called when there are other results, not in the UI thread */
    public BuildResults(Path topology, Runnable onChange) {
        Path folder = Profile.RELEASE.buildFolder(topology.getParent());
        measured = Measured.read(folder);
        watch = new FileWatch("builds of " + topology.getFileName(), () -> Measured.files(folder), () -> {
            measured = Measured.read(folder);
            onChange.run();
        });
        watch.start();
    }

    public Measured measured() {
        return measured;
    }

    /** Ends the watching. */
    public void cancel() {
        watch.cancel();
    }
}
