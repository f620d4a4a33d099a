// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.interfaces.TopologyInterfaces;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.validate.Validator;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.WitFolder;

/**
 * A project as the build sees it: one topology that makes sense, and the interfaces that its modules agreed on.
 *
 * @param topology read and validated
 * @param boards the boards its nodes can be
 * @param interfaces what its WIT files declare; empty if it has none
 * @param warnings what was found that stops nothing
 */
public record Project(TopologyFile topology, BoardCatalog boards, InterfaceCatalog interfaces, List<Problem> warnings) {

    /**
     * @param path the project's folder, or its topology file
     * @throws UserException if the topology or a WIT file can't be read or has errors
     */
    public static Project open(Path path, Installation installation) {
        TopologyFile topology = TopologyReader.read(TopologyFinder.find(path));
        BoardCatalog boards = BoardCatalog.read(installation.boards());
        WitFolder.Content wit = WitFolder.read(topology.folder());
        List<Problem> problems = new ArrayList<>(new Validator(boards).validate(topology));
        problems.addAll(wit.problems());
        UserException.throwIfErrors(problems);
        problems.addAll(TopologyInterfaces.check(topology, wit.interfaces()));
        UserException.throwIfErrors(problems);
        return new Project(topology, boards, wit.interfaces(), problems);
    }

    /** Sources and debug information name files relative to this. */
    public Path folder() {
        return topology.folder();
    }

    /** Everything that a build makes is below this; deleting it loses nothing but time. */
    public Path buildFolder(Profile profile) {
        return profile.buildFolder(folder());
    }
}
