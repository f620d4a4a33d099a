// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import java.nio.file.Path;

import org.thingspire.problem.TextFile;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.TopologyText;
import org.thingspire.topology.TopologyWriter;
import org.thingspire.topology.model.Topology;

/** A topology that is being edited, and the file that it came from. */
public final class TopologyDocument {

    private final Path path;
    private final Topology topology;
    private TopologyText source;

    private TopologyDocument(Path path, Topology topology, TopologyText source) {
        this.path = path;
        this.topology = topology;
        this.source = source;
    }

    /** @throws UserException with every problem, if the file can not be read as a topology */
    public static TopologyDocument open(Path path) {
        TopologyFile file = TopologyReader.read(path);
        return new TopologyDocument(path, file.topology(), new TopologyText(file));
    }

    public Path path() {
        return path;
    }

    /** What the editor edits. */
    public Topology topology() {
        return topology;
    }

    /** What {@link #save} would write: what the user wrote, with what has changed since. */
    public String text() {
        return source.changed();
    }

    /**
     * Writes what has changed into the file, in one step.
     *
     * @throws UserException if that is not possible; then the file is as it was
     */
    public void save() {
        String text = text();
        TopologyWriter.writeText(text, path);
        source = source.with(text);
    }

    /** Whether the file has other content now than when it was read or saved. A file that is gone or unreadable has. */
    public boolean isChangedOnDisk() {
        try {
            return !TextFile.read(path).equals(source.text());
        } catch (UserException e) {
            return true;
        }
    }
}
