// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;

/** Collects what the checks find, each with its place in the file. */
final class Findings {

    private final TopologyFile file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(TopologyFile file) {
        this.file = file;
    }

    /** @param feature the attribute that is wrong */
    void error(EObject element, EStructuralFeature feature, String message, String remedy) {
        problems.add(Problem.error(file.path(), place(element, feature), Labels.of(element), message, remedy));
    }

    /** An error that no single attribute is to blame for. */
    void error(EObject element, String message, String remedy) {
        problems.add(Problem.error(file.path(), file.source().position(element), Labels.of(element), message, remedy));
    }

    void warning(EObject element, EStructuralFeature feature, String message, String remedy) {
        problems.add(Problem.warning(file.path(), place(element, feature), Labels.of(element), message, remedy));
    }

    /** Problems of another file that the topology names. */
    void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    List<Problem> sorted() {
        return problems.stream().sorted(Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
    }

    private Position place(EObject element, EStructuralFeature feature) {
        return file.source().position(element, feature);
    }
}
