// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.util.List;

import org.thingspire.problem.Problem;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.fit.Misfit.Kind;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Warns at the line of each node that what is placed there does not fit. Only warns: that is known for sure when images are linked. */
public final class FitCheck {

    private FitCheck() {
    }

    /** Apart from links that are missing, which are errors that the validator has found. */
    public static List<Problem> check(TopologyFile file, FitRule rule) {
        return file.topology().getNodes().stream().flatMap(node -> rule.of(node).misfits().stream()
                .filter(misfit -> misfit.kind() != Kind.LINK)
                .map(misfit -> warning(file, node, misfit))).toList();
    }

    /** What does not fit on a node, at its line. */
    public static Problem warning(TopologyFile file, Node node, Misfit misfit) {
        return Problem.warning(file.path(), file.source().position(node, Literals.NODE__BOARD), Labels.of(node), misfit.message(), misfit.remedy());
    }
}
