// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.nio.file.Path;

import org.thingspire.problem.TextFile;
import org.thingspire.problem.UserException;

/**
 * Reads {@code .topology} files. What comes back is complete as far as the text alone can tell: well-formed, only known
 * elements and attributes, every reference leads somewhere. Whether it makes sense is for
 * {@link org.thingspire.topology.validate.Validator} to say.
 */
public final class TopologyReader {

    private TopologyReader() {
    }

    /** @throws UserException with every problem found, if the file can not be read as a topology */
    public static TopologyFile read(Path file) {
        return parse(file, TextFile.read(file));
    }

    /**
     * Reads a topology from text, for editors whose text is not saved yet.
     *
     * @param file what problems say the file is; not opened
     * @throws UserException as {@link #read}
     */
    public static TopologyFile parse(Path file, String text) {
        return new TopologyParser(file, text).parse();
    }
}
