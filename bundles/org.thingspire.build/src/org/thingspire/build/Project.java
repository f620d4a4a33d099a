// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.topology.Problem;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.UserException;
import org.thingspire.topology.board.BoardCatalog;
import org.thingspire.topology.validate.Validator;

/**
 * A project as the build sees it: one topology that makes sense.
 *
 * @param topology read and validated
 * @param boards the boards its nodes can be
 * @param warnings what the validator found that stops nothing
 */
public record Project(TopologyFile topology, BoardCatalog boards, List<Problem> warnings) {

    /**
     * @param path the project's folder, or its topology file
     * @throws UserException if the topology can't be read or has errors
     */
    public static Project open(Path path, Installation installation) {
        TopologyFile topology = TopologyReader.read(TopologyFinder.find(path));
        BoardCatalog boards = BoardCatalog.read(installation.boards());
        List<Problem> problems = new ArrayList<>(new Validator(boards).validate(topology));
        UserException.throwIfErrors(problems);
        return new Project(topology, boards, problems);
    }

    /** Sources and debug information name files relative to this. */
    public Path folder() {
        return topology.folder();
    }

    /** Everything that a build makes is below this; deleting it loses nothing but time. */
    public Path buildFolder(Profile profile) {
        return folder().resolve("build").resolve(profile.folder());
    }
}
