// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.thingspire.topology.model.TopologyPackage.Literals.BOUNDS__OF;
import static org.thingspire.topology.model.TopologyPackage.Literals.LINK__A;
import static org.thingspire.topology.model.TopologyPackage.Literals.LINK__B;
import static org.thingspire.topology.model.TopologyPackage.Literals.PLACEMENT__MODULE;
import static org.thingspire.topology.model.TopologyPackage.Literals.PLACEMENT__NODE;
import static org.thingspire.topology.model.TopologyPackage.Literals.TASK__MODULE;
import static org.thingspire.topology.model.TopologyPackage.Literals.WIRE__FROM;
import static org.thingspire.topology.model.TopologyPackage.Literals.WIRE__TO;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Suggestion;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.text.SourceMap;

/**
 * The references of a topology that is being read. They are names in the text; when all of it is read, each is joined
 * to the module or node of that name.
 */
final class NamedReferences {

    /** What it means that an element refers to something, as a sentence. */
    private static final Map<EReference, String> SENTENCES = Map.of(
            BOUNDS__OF, "are those of",
            LINK__A, "begins at",
            LINK__B, "leads to",
            PLACEMENT__MODULE, "is made for",
            PLACEMENT__NODE, "is on",
            TASK__MODULE, "calls",
            WIRE__FROM, "comes from",
            WIRE__TO, "goes to");

    private final Path file;
    private final SourceMap source;
    private final List<Reference> references = new ArrayList<>();

    private record Reference(EObject from, EReference reference, String name) {
    }

    NamedReferences(Path file, SourceMap source) {
        this.file = file;
        this.source = source;
    }

    void add(EObject from, EReference reference, String name) {
        references.add(new Reference(from, reference, name));
    }

    /** Sets all references; returns a problem for each that leads nowhere. */
    List<Problem> resolve(Topology topology) {
        Map<String, Module> modules = byName(topology.getModules());
        Map<String, Node> nodes = byName(topology.getNodes());
        List<Reference> dangling = new ArrayList<>();
        for (Reference reference : references) {
            Map<String, ? extends NamedElement> known = isToModule(reference) ? modules : nodes;
            NamedElement target = known.get(reference.name());
            if (target == null) {
                dangling.add(reference);
            } else {
                reference.from().eSet(reference.reference(), target);
            }
        }
        return dangling.stream().map(r -> isToModule(r) ? problem(r, modules) : problem(r, nodes)).toList();
    }

    private Problem problem(Reference dangling, Map<String, ?> known) {
        String element = Labels.of(dangling.from());
        String kind = Labels.kind(dangling.reference().getEReferenceType());
        return Problem.error(file, source.position(dangling.from(), dangling.reference()), element,
                "%s %s %s \"%s\", which does not exist".formatted(
                        element, SENTENCES.get(dangling.reference()), kind, dangling.name()),
                Suggestion.remedy(dangling.name(), known.keySet(), kind + "s"));
    }

    private static boolean isToModule(Reference reference) {
        return Module.class == reference.reference().getEReferenceType().getInstanceClass();
    }

    /** If two have one name, the first; {@link Names} reports the second. */
    private static <T extends NamedElement> Map<String, T> byName(List<T> elements) {
        Map<String, T> byName = new LinkedHashMap<>();
        elements.stream().filter(element -> element.getName() != null)
                .forEach(element -> byName.putIfAbsent(element.getName(), element));
        return byName;
    }
}
