// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.nio.file.Path;

import org.thingspire.topology.model.Topology;
import org.thingspire.topology.text.SourceMap;

/**
 * A topology together with the file it stands in; what the rest of the build works from.
 *
 * @param path the {@code .topology} file
 * @param topology its content; may be edited, then {@link TopologyWriter} writes it back
 * @param source where each element stands in the file
 */
public record TopologyFile(Path path, Topology topology, SourceMap source) {

    /** A topology that was made in memory and is to be stored at {@code path}; its elements have no lines yet. */
    public static TopologyFile unsaved(Path path, Topology topology) {
        return new TopologyFile(path, topology, SourceMap.empty());
    }

    /**
     * The text without the layout. As long as it is the same, so are all images that are built from the topology, and all problems
     * and their lines.
     */
    public String textWithoutLayout() {
        return source.without(topology.getLayout());
    }

    /** The folder of the project: sources and recordings are named relative to it. */
    public Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** A file that the topology names, such as {@code modules/control.c}. */
    public Path resolve(String relativePath) {
        return folder().resolve(relativePath).normalize();
    }
}
