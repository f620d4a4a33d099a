// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.thingspire.problem.Problem;
import org.thingspire.problem.Suggestion;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.TopologyFactory;

/** Moves a module to another node: what dropping it there does, for the command line. */
public final class PlaceModule {

    /**
     * What was done.
     *
     * @param from the node where the module was; empty if it was not placed before
     * @param to the node where it is now
     */
    public record Move(Optional<String> from, String to) {
    }

    private PlaceModule() {
    }

    /**
     * Moves the module in the file. There one attribute changes, or a line for a module that was nowhere is added; all other
     * characters stay.
     *
     * @throws UserException if the file is no topology, has no such module or node, or can not be written
     */
    public static Move place(Path topologyFile, String moduleName, String nodeName) {
        TopologyFile file = TopologyReader.read(topologyFile);
        Module module = find(file, file.topology().getModules(), moduleName, "module");
        Node node = find(file, file.topology().getNodes(), nodeName, "node");
        TopologyText text = new TopologyText(file);
        Optional<Placement> placement = new Deployment(file.topology()).placementOf(module);
        Optional<String> from = placement.map(Placement::getNode).map(Node::getName);
        placement.ifPresentOrElse(there -> there.setNode(node), () -> file.topology().getPlacements().add(newPlacement(module, node)));
        String changed = text.changed();
        if (!changed.equals(text.text())) {
            TopologyWriter.writeText(changed, topologyFile);
        }
        return new Move(from, nodeName);
    }

    private static Placement newPlacement(Module module, Node node) {
        Placement placement = TopologyFactory.eINSTANCE.createPlacement();
        placement.setModule(module);
        placement.setNode(node);
        return placement;
    }

    private static <T extends NamedElement> T find(TopologyFile file, List<T> elements, String name, String kind) {
        return elements.stream().filter(element -> name.equals(element.getName())).findFirst().orElseThrow(
                () -> new UserException(Problem.error(file.path(), "there is no " + kind + " \"" + name + "\"",
                        Suggestion.remedy(name, names(elements), kind + "s"))));
    }

    private static List<String> names(List<? extends NamedElement> elements) {
        return elements.stream().map(NamedElement::getName).filter(Objects::nonNull).toList();
    }
}
