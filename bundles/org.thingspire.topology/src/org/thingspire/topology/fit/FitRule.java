// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.fit.Misfit.Kind;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;
import org.thingspire.topology.rule.MemorySizes;

/**
 * Says whether modules fit on a node, before or after they are placed there. Bears every topology that can be made in the editor.
 *
 * @param measured what the last build found out; without it only budgets, pages and links are known
 */
public record FitRule(Topology topology, BoardCatalog boards, Measured measured) {

    /** What is on the node now. */
    public Fit of(Node node) {
        return of(node, List.of());
    }

    /** The same with modules from elsewhere. */
    public Fit of(Node node, List<Module> moved) {
        List<Module> modules = new ArrayList<>(new Deployment(topology).placementsOn(node).stream().map(Placement::getModule)
                .filter(Objects::nonNull).toList());
        moved.stream().filter(module -> !modules.contains(module)).forEach(modules::add);
        Load load = new LoadRule(topology, measured).of(node, modules);
        List<Misfit> misfits = new ArrayList<>();
        links(node, moved.isEmpty() ? modules : moved, modules, misfits);
        Optional<Board> board = boards.find(node.getBoard());
        for (Module module : moved.isEmpty() ? modules : moved) {
            Optional.ofNullable(measured.modules().get(module.getName() == null ? "" : module.getName()))
                    .ifPresent(needs -> features(node, board, module, needs, misfits));
        }
        String needs = Labels.of(node) + " needs " + (load.isEstimate() ? "at least " : "");
        board.flatMap(Board::ram).filter(ram -> load.ram() > ram.size()).ifPresent(ram -> misfits.add(
                tooLittle(Kind.RAM, "RAM", needs, load.ram(), ram.size(), lessRam(modules))));
        board.flatMap(Board::flash).filter(flash -> load.flash() > flash.size()).ifPresent(flash -> misfits.add(
                tooLittle(Kind.FLASH, "flash", needs, load.flash(), flash.size(), "Move a module to another node, or choose a larger board.")));
        return new Fit(load, misfits);
    }

    private static Misfit tooLittle(Kind kind, String memory, String needs, long needed, long size, String remedy) {
        return new Misfit(kind, Size.text(needed - size) + " " + memory + " too little",
                needs + needed + " bytes of " + memory + ", but its board has " + size, remedy);
    }

    private void links(Node node, List<Module> asked, List<Module> there, List<Misfit> misfits) {
        Deployment deployment = new Deployment(topology);
        for (Wire wire : topology.getWires()) {
            if (wire.getFrom() == null || wire.getTo() == null) {
                continue;
            }
            Module peer = asked.contains(wire.getFrom()) ? wire.getTo() : asked.contains(wire.getTo()) ? wire.getFrom() : null;
            Optional<Node> at = peer == null || there.contains(peer) ? Optional.empty() : deployment.nodeOf(peer);
            if (at.isPresent() && !deployment.isReachable(node, at.get())) {
                misfits.add(new Misfit(Kind.LINK, "No link to " + at.get().getName(), "%s leads to %s, but no link joins it and %s".formatted(
                        Labels.of(wire), Labels.of(at.get()), Labels.of(node)),
                        "Add a link between the two nodes, or place both modules on one node."));
            }
        }
    }

    private static void features(Node node, Optional<Board> board, Module module, ModuleNeeds needs, List<Misfit> misfits) {
        if (needs.readsSensors() && node.getSensors().isEmpty()) {
            misfits.add(new Misfit(Kind.SENSOR, "No sensor for " + module.getName(),
                    "%s reads a sensor, but %s has none".formatted(Labels.of(module), Labels.of(node)),
                    "Add the sensor to the node, or place the module on another."));
        }
        if (needs.switchesOutputs() && board.filter(known -> known.outputs().isEmpty()).isPresent()) {
            misfits.add(new Misfit(Kind.OUTPUT, "No output for " + module.getName(),
                    "%s switches an output, but the board %s of %s has none".formatted(Labels.of(module), node.getBoard(), Labels.of(node)),
                    "Place the module on another node, or choose another board."));
        }
    }

    private String lessRam(List<Module> modules) {
        String withoutBudget = modules.stream().filter(this::isWithoutBudget).map(module -> "\"" + module.getName() + "\"")
                .collect(Collectors.joining(", "));
        return withoutBudget.isEmpty() ? "Lower a budget, move a module to another node, or choose a larger board."
                : "Give a memory budget to " + withoutBudget + ": without one a module takes whole pages of " + MemorySizes.PAGE + " bytes.";
    }

    private boolean isWithoutBudget(Module module) {
        return new LoadRule(topology, measured).memory(module) > 0
                && new Deployment(topology).placementOf(module).filter(Placement::isSetMemory).isEmpty();
    }
}
