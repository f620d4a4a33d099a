// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.thingspire.topology.Deployment;
import org.thingspire.topology.fit.ImageSizes.Bytes;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.rule.MemorySizes;

/** Adds up what is on a node: as the last build measured it, apart from linear memories, which the topology may say since. */
record LoadRule(Topology topology, Measured measured) {

    Load of(Node node, List<Module> modules) {
        List<Task> tasks = topology.getTasks().stream().filter(task -> modules.contains(task.getModule())).toList();
        List<Optional<Bytes>> parts = Stream.of(
                Stream.of(base(node)),
                modules.stream().map(module -> anywhere(sizes -> sizes.modules().get(module.getName()))),
                tasks.stream().map(task -> stack(task).map(bytes -> new Bytes(0, bytes)))).flatMap(all -> all).toList();
        Bytes sum = parts.stream().flatMap(Optional::stream).reduce(Bytes.NONE, Bytes::plus);
        long memories = modules.stream().mapToLong(this::memory).sum();
        boolean isEstimate = parts.stream().anyMatch(Optional::isEmpty);
        return new Load(sum.flash(), sum.ram() + memories, isEstimate);
    }

    /** Of the node's own image, or of one for the same board. */
    private Optional<Bytes> base(Node node) {
        Map<String, Task> tasks = topology.getTasks().stream().filter(task -> task.getName() != null)
                .collect(Collectors.toMap(NamedElement::getName, task -> task, (one, other) -> one));
        return Stream.concat(Stream.ofNullable(measured.images().get(name(node))), measured.images().values().stream())
                .filter(sizes -> sizes.board().equals(node.getBoard())).findFirst().map(sizes -> sizes.base(tasks));
    }

    /** The same size for all tasks of an application, so any will do for one that is new. */
    private Optional<Long> stack(Task task) {
        return anywhere(sizes -> sizes.stacks().get(name(task)))
                .or(() -> topology.getTasks().stream().flatMap(other -> anywhere(sizes -> sizes.stacks().get(name(other))).stream()).findFirst());
    }

    private <T> Optional<T> anywhere(Function<ImageSizes, T> part) {
        return measured.images().values().stream().map(part).filter(Objects::nonNull).findFirst();
    }

    /** Linear memory in bytes: the budget, or the pages that the module declares; of one in C that was never built, at least one. */
    long memory(Module module) {
        Optional<Placement> placement = new Deployment(topology).placementOf(module).filter(Placement::isSetMemory);
        if (placement.isPresent()) {
            return placement.get().getMemory();
        }
        OptionalLong declared = Stream.ofNullable(measured.modules().get(name(module))).mapToLong(ModuleNeeds::memory).findFirst();
        boolean isInC = module.getSource() != null && module.getSource().endsWith(".c");
        return declared.orElse(isInC ? MemorySizes.PAGE : 0);
    }

    /** Elements in the making have none. */
    private static String name(NamedElement element) {
        return element.getName() == null ? "" : element.getName();
    }
}
