// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Suggestion;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyPackage;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.text.SourceMap;

/**
 * What {@link TopologyHandler} did not understand. Worded only after all is read, because an element's name may stand
 * after the attribute that is wrong.
 */
final class ReadingFaults {

    private final Path file;
    private final SourceMap source;
    private final List<Supplier<Problem>> faults = new ArrayList<>();
    private Optional<Problem> unknownVersion = Optional.empty();

    ReadingFaults(Path file, SourceMap source) {
        this.file = file;
        this.source = source;
    }

    boolean isEmpty() {
        return faults.isEmpty() && unknownVersion.isEmpty();
    }

    /** In a file of an unknown version nobody can say what else is wrong. */
    List<Problem> problems() {
        return unknownVersion.map(List::of).orElseGet(() -> faults.stream().map(Supplier::get).toList());
    }

    void unknownVersion(Topology topology) {
        unknownVersion = Optional.of(Problem.error(file, source.position(topology, Literals.TOPOLOGY__VERSION), "",
                "file is of version %s of the format, but versions 1 to %s can be read".formatted(topology.getVersion(), FormatVersion.NEWEST),
                topology.getVersion() > FormatVersion.NEWEST ? "A newer ThingSpire wrote it: update this one."
                        : "Write version=\"%s\".".formatted(FormatVersion.NEWEST)));
    }

    void notWellFormed(Position position, String reason) {
        add(position, "file is not well-formed XML: " + reason.replaceFirst("\\.$", ""),
                "Look here and just before; nothing after it was read.");
    }

    void notATopology(Position position) {
        add(position, "file is not a topology of this version",
                "Its outermost element must be <topology:Topology xmlns:topology=\"" + TopologyPackage.eNS_URI + "\">.");
    }

    void unexpected(String reason) {
        add(Position.NONE, "file can not be read as a topology (" + reason + ")", "");
    }

    void unexpected(Position position, String reason) {
        add(position, "element can not be read (" + reason + ")", "");
    }

    void unknownElement(Position position, EObject parent, String name) {
        faults.add(() -> Problem.error(file, position, Labels.of(parent),
                "a " + Labels.kind(parent) + " has no element <" + name + ">",
                Suggestion.remedy(name, elementsOf(parent), "elements")));
    }

    void repeatedElement(Position position, EObject parent, String name) {
        faults.add(() -> Problem.error(file, position, Labels.of(parent), Labels.of(parent) + " has a second element <" + name + ">",
                "Write all of it into one."));
    }

    void unknownAttribute(EObject element, String name) {
        faults.add(() -> Problem.error(file, source.position(element, name), Labels.of(element),
                "a " + Labels.kind(element) + " has no attribute \"" + name + "\"",
                Suggestion.remedy(name, attributesOf(element), "attributes")));
    }

    void illegalValue(EObject element, EStructuralFeature feature, Object value) {
        faults.add(() -> Problem.error(file, source.position(element, feature), Labels.of(element),
                Labels.of(element) + " has " + feature.getName() + "=\"" + value + "\"", expectation(feature)));
    }

    void otherFile(EObject element, String uri) {
        faults.add(() -> Problem.error(file, source.position(element, "href"), Labels.of(element),
                Labels.of(element) + " stands in another file (" + uri + ")", "Write it here: a topology is one file."));
    }

    private void add(Position position, String message, String remedy) {
        faults.add(() -> Problem.error(file, position, "", message, remedy));
    }

    private static String expectation(EStructuralFeature feature) {
        if (feature.getEType() instanceof EEnum values) {
            return "Write one of " + values.getELiterals().stream().map(EEnumLiteral::getLiteral).collect(Collectors.joining(", ")) + ".";
        }
        return "Write a whole number, at most " + Integer.MAX_VALUE + ".";
    }

    private static Collection<String> elementsOf(EObject parent) {
        return parent.eClass().getEAllStructuralFeatures().stream()
                .filter(feature -> feature.isMany() || feature instanceof EReference reference && reference.isContainment())
                .map(EStructuralFeature::getName).toList();
    }

    private static Collection<String> attributesOf(EObject element) {
        return element.eClass().getEAllStructuralFeatures().stream()
                .filter(feature -> !feature.isMany() && !(feature instanceof EReference reference && reference.isContainment()))
                .map(EStructuralFeature::getName).toList();
    }
}
