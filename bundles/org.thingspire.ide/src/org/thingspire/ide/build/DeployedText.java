// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.nio.file.Path;
import java.util.Optional;

import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;

/**
 * What a project's topology says of what is built, at one moment.
 *
 * @param file the topology
 * @param text all of it but the layout of the diagram
 */
record DeployedText(Path file, String text) {

    /** Empty while there is no topology that can be read; a build then says why. */
    static Optional<DeployedText> of(Path projectFolder) {
        try {
            TopologyFile topology = TopologyReader.read(TopologyFinder.find(projectFolder));
            return Optional.of(new DeployedText(topology.path(), topology.textWithoutLayout()));
        } catch (UserException e) {
            return Optional.empty();
        }
    }
}
