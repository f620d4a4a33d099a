// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import org.thingspire.topology.model.Topology;

/**
 * The versions of the format of {@code .topology} files. All are read; what is written is of the newest, so a file gets it with the
 * next change.
 * <ol>
 * <li>files without the attribute {@code version}; the coordinates of a node in the diagram are attributes of the node
 * ({@link Version1Bounds})
 * <li>coordinates are in an element {@code layout}
 * </ol>
 */
final class FormatVersion {

    static final int NEWEST = 2;

    private FormatVersion() {
    }

    /** Whether a topology that was read is of a version that nobody has defined yet. */
    static boolean isUnknown(Topology topology) {
        return topology.getVersion() < 1 || topology.getVersion() > NEWEST;
    }
}
