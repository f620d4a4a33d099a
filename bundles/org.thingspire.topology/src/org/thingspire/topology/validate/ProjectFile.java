// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;

/** A file that the topology names in an attribute. */
record ProjectFile(TopologyFile topology, EObject element, EStructuralFeature feature, String path) {

    /** Whether the file is there, under a path that is valid on other machines too; if not, says so. */
    boolean isThere(Findings findings) {
        if (Path.of(path).isAbsolute()) {
            findings.error(element, feature, Labels.of(element) + " has the absolute path " + path,
                    "Name the file relative to the folder of the topology, so that the project works elsewhere too.");
            return false;
        }
        if (!Files.isRegularFile(topology.resolve(path))) {
            findings.error(element, feature, Labels.of(element) + " names the file " + path + ", which does not exist",
                    "Create the file, or correct the path; it is relative to the folder of the topology.");
            return false;
        }
        return true;
    }
}
