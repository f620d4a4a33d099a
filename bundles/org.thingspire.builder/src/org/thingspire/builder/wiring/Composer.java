// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.wiring.Binding.Import;
import org.thingspire.builder.wiring.ImportResolver.Server;
import org.thingspire.builder.wiring.NodeWiring.LinkEnd;
import org.thingspire.builder.wiring.NodeWiring.PlacedModule;
import org.thingspire.builder.wiring.NodeWiring.PlacedTask;
import org.thingspire.builder.wiring.NodeWiring.Served;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Restart;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Topology;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wit.host.HostFunction;
import org.thingspire.wit.host.HostInterfaces;

/**
 * Decides how each import is served: a wire whose ends are on one node becomes a call through a gate, a wire between
 * nodes a frame on a link. The modules' interfaces are checked against each other here, because only here all are known.
 */
public final class Composer {

    /** What WASI programs export: the whole program, or what prepares for calls of the rest. */
    static final String START = "_start";
    static final String INITIALIZE = "_initialize";
    private final TopologyFile file;
    private final Topology topology;
    private final Deployment deployment;
    private final Map<String, ModuleInterface> interfaces;
    private final HostInterfaces host;
    private final BoardCatalog boards;
    private final int taskStack;

    /**
     * @param file a topology in which the validator found no errors
     * @param interfaces what each module, by its name in the topology, imports and exports
     * @param taskStack bytes of stack for each task
     */
    public Composer(TopologyFile file, Map<String, ModuleInterface> interfaces, HostInterfaces host, BoardCatalog boards,
            int taskStack) {
        this.file = file;
        this.topology = file.topology();
        this.deployment = new Deployment(topology);
        this.interfaces = interfaces;
        this.host = host;
        this.boards = boards;
        this.taskStack = taskStack;
    }

    /**
     * The wiring of each node, by its name, in the topology's order.
     *
     * @throws UserException if modules don't fit together: an import that nobody exports, different types, a task's
     *         function that isn't there
     */
    public Map<String, NodeWiring> compose() {
        List<Problem> problems = new ArrayList<>();
        Map<Import, Server> servers = new ImportResolver(file, interfaces, host, problems).resolve();
        Map<Task, Export> taskFunctions = taskFunctions(problems);
        UserException.throwIfErrors(problems);

        FunctionNumbers numbers = FunctionNumbers.of(servers.values().stream()
                .flatMap(server -> server instanceof Server.OfModule of ? Stream.of(of.export()) : Stream.empty()).toList());
        List<Binding> bindings = servers.entrySet().stream()
                .map(entry -> bind(entry.getKey(), entry.getValue(), numbers)).toList();
        bindings.forEach(binding -> checkFrame(binding, problems));
        UserException.throwIfErrors(problems);
        Map<String, NodeWiring> wiring = new LinkedHashMap<>();
        for (Node node : topology.getNodes()) {
            wiring.put(node.getName(), new NodeWiring(node.getName(), numbers.fingerprint(), modulesOn(node),
                    bindings.stream().filter(binding -> nodeOf(binding.from().importer()) == node).toList(),
                    tasksOn(node, taskFunctions), linksOf(node, bindings), servedBy(node, bindings)));
        }
        return wiring;
    }

    private Map<Task, Export> taskFunctions(List<Problem> problems) {
        Map<Task, Export> functions = new LinkedHashMap<>();
        for (Task task : topology.getTasks()) {
            String module = task.getModule().getName();
            Optional<CoreSignature> signature = interfaces.get(module).exports().stream()
                    .filter(export -> export.name().equals(task.getFunction()))
                    .map(ModuleInterface.Export::signature).findFirst();
            if (signature.isEmpty()) {
                problems.add(Problem.error(file.path(), file.source().position(task), "task \"" + task.getName() + "\"",
                        "module \"%s\" does not export %s".formatted(module, task.getFunction()), remedy(module, task.getFunction())));
            } else if (task.getFunction().equals(START) && task.getPeriodMs() != 0) {
                problems.add(Problem.error(file.path(), file.source().position(task), "task \"" + task.getName() + "\"",
                        "calls %s of module \"%s\" every %s ms, but a program runs once".formatted(START, module, task.getPeriodMs()),
                        "Write periodMs=\"0\", or export a function that the task may call again and again."));
            } else if (!signature.get().equals(CoreSignature.NOTHING)) {
                problems.add(Problem.error(file.path(), file.source().position(task), "task \"" + task.getName() + "\"",
                        "%s of module \"%s\" has parameters or results: %s".formatted(task.getFunction(), module, signature.get()),
                        "A task calls a function that takes and returns nothing."));
            } else {
                functions.put(task, new Export(module, task.getFunction(), signature.get()));
            }
        }
        return functions;
    }

    private String remedy(String module, String function) {
        boolean isProgram = interfaces.get(module).exports().contains(new ModuleInterface.Export(START, CoreSignature.NOTHING));
        if (isProgram) {
            return "Its main is called as %s.".formatted(START);
        }
        return function.equals(START) ? "Define main in it, or name a function that it exports." : "Correct the task's function.";
    }

    private Binding bind(Import from, Server server, FunctionNumbers numbers) {
        return switch (server) {
            case Server.OfHost(HostFunction function) -> new Binding.Host(from, function);
            case Server.OfModule(Export export) -> {
                Node here = nodeOf(from.importer());
                Node there = nodeOf(export.module());
                if (here == there) {
                    yield new Binding.Local(from, export);
                }
                // The validator lets no wire pass between nodes that no link joins.
                Link link = deployment.linkBetween(here, there).orElseThrow();
                yield new Binding.Remote(from, export, numbers.of(export), there.getName(), link.getName(), link.getDeadlineMs());
            }
        };
    }

    /** What goes over a link has to fit into a frame. */
    private void checkFrame(Binding binding, List<Problem> problems) {
        if (binding instanceof Binding.Remote remote && !remote.to().signature().passesNumbersOnly()) {
            problems.add(Problem.error(file.path(), file.source().position(moduleOf(remote.from().importer())),
                    "module \"" + remote.from().importer() + "\"",
                    "calls %s on node \"%s\" as %s, but calls between nodes carry numbers (i, l, f, d) and one result"
                            .formatted(remote.to().shortName(), remote.node(), remote.to().signature()),
                    "Place both modules on one node, or pass vectors (v) and further results as several calls."));
        }
    }

    private List<PlacedModule> modulesOn(Node node) {
        return deployment.placementsOn(node).stream().map(placement -> {
            ModuleInterface module = interfaces.get(placement.getModule().getName());
            boolean isReactor = module.exports().contains(new ModuleInterface.Export(INITIALIZE, CoreSignature.NOTHING));
            return new PlacedModule(placement.getModule().getName(), module.memory().isPresent(), placement.getRestart() == Restart.ALWAYS,
                    isReactor);
        }).toList();
    }

    private List<PlacedTask> tasksOn(Node node, Map<Task, Export> functions) {
        return deployment.tasksOn(node).stream()
                .map(task -> new PlacedTask(task.getName(), functions.get(task), task.getPeriodMs(), task.getPriority(), taskStack)).toList();
    }

    private List<LinkEnd> linksOf(Node node, List<Binding> bindings) {
        Board board = boards.find(node.getBoard()).orElseThrow();
        return deployment.linksOf(node).stream().map(link -> new LinkEnd(link.getName(), Deployment.peerOf(link, node).getName(),
                deployment.uartOf(link, node, board), LinkTraffic.of(link.getName(), bindings),
                callsTo(node, bindings).anyMatch(remote -> remote.link().equals(link.getName())))).toList();
    }

    private static Stream<Binding.Remote> callsTo(Node node, List<Binding> bindings) {
        return bindings.stream()
                .flatMap(binding -> binding instanceof Binding.Remote remote ? Stream.of(remote) : Stream.empty())
                .filter(remote -> remote.node().equals(node.getName()));
    }

    private List<Served> servedBy(Node node, List<Binding> bindings) {
        return callsTo(node, bindings).map(remote -> new Served(remote.function(), remote.to())).distinct().toList();
    }

    /** The validator lets no module pass that is not placed. */
    private Node nodeOf(String module) {
        return deployment.nodeOf(moduleOf(module)).orElseThrow();
    }

    private Module moduleOf(String name) {
        return topology.getModules().stream().filter(module -> module.getName().equals(name)).findFirst().orElseThrow();
    }
}
