// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.project;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.model.NamedElement;

/** The nodes of projects, for those who let the user choose one. */
public final class ProjectNodes {

    private ProjectNodes() {
    }

    /** The names of a project's nodes as its topology is on disk. None if it can't be read: its markers say why. Reads files. */
    public static List<String> of(IProject project) {
        IPath folder = project.getLocation();
        if (folder == null) {
            return List.of();
        }
        try {
            return TopologyReader.read(TopologyFinder.find(folder.toPath())).topology().getNodes().stream()
                    .map(NamedElement::getName).filter(Objects::nonNull).toList();
        } catch (UserException e) {
            return List.of();
        }
    }
}
