// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.board.Board;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.image.Linker;
import org.thingspire.builder.image.RuntimeBuilder;
import org.thingspire.builder.image.RuntimeLibrary;
import org.thingspire.builder.image.WiringCompiler;
import org.thingspire.builder.interfaces.ModuleInterfaces;
import org.thingspire.builder.module.Bindings;
import org.thingspire.builder.module.BudgetCheck;
import org.thingspire.builder.module.MemoryBudget;
import org.thingspire.builder.module.ModuleBuilder;
import org.thingspire.builder.module.PlacementCompiler;
import org.thingspire.builder.module.WasmModule;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.Workers;
import org.thingspire.builder.wiring.Composer;
import org.thingspire.builder.wiring.NodeWiring;
import org.thingspire.builder.wiring.Programs;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.wit.host.HostInterfaces;

/**
 * Builds an application: every module to wasm, every placement to an object, the wiring between them, one image for each
 * node. The command line, the workbench and the tests all build through this class. What is up to date is not made again.
 */
public final class ApplicationBuilder {

    private final Installation installation;
    private final ForkedCompiler compiler;
    private final Project project;
    private final Profile profile;
    private final Progress progress;
    private final Deployment deployment;
    /** Added to by several threads. */
    private final Queue<WasmModule> made = new ConcurrentLinkedQueue<>();

    /** @param compiler for modules' machine code; who gives it closes it, and may use it for the next build */
    public ApplicationBuilder(Installation installation, ForkedCompiler compiler, Project project, Profile profile, Progress progress) {
        this.installation = installation;
        this.compiler = compiler;
        this.project = project;
        this.profile = profile;
        this.progress = progress;
        this.deployment = new Deployment(project.topology().topology());
    }

    /**
     * What a build leaves behind.
     *
     * @param images one for each node asked for, in the topology's order
     * @param warnings of all compilers, and about what modules import and export
     */
    public record Built(List<Image> images, List<Problem> warnings) {
    }

    /** The modules in machine code, by name. */
    private record Objects(Map<Node, Map<String, Path>> ofNodes, List<Problem> warnings) {
    }

    /** The modules in WebAssembly, and how they are joined: what there is before any machine code. */
    private record Composed(Map<String, WasmModule> modules, Map<String, NodeWiring> wiring, List<Problem> warnings) {
    }

    /**
     * @param wanted which nodes to build images for; modules of the others are still read, because wires lead to them
     * @throws UserException if sources, interfaces or budgets are wrong; with the warnings about all modules that could be made
     * @throws InterruptedException if the thread was interrupted; nothing half-written is left
     */
    public Built build(Predicate<Node> wanted) throws InterruptedException {
        List<Node> nodes = project.topology().topology().getNodes().stream().filter(wanted).toList();
        progress.begin(project.topology().topology().getModules().size() + pieces(nodes));
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            Composed composed = compose(workers);
            Map<String, RuntimeLibrary> runtimes = runtimes(nodes, workers);
            List<Callable<Image>> images = new ArrayList<>();
            Objects objects = objects(nodes, composed, workers);
            for (Node node : nodes) {
                images.add(() -> link(node, objects.ofNodes().get(node), composed.wiring().get(node.getName()), runtimes.get(node.getBoard())));
            }
            return new Built(workers.all(images), Stream.concat(composed.warnings().stream(), objects.warnings().stream()).toList());
        } catch (UserException e) {
            throw e.with(warningsOfModules());
        }
    }

    /**
     * Only checks: compiles to WebAssembly and joins the interfaces, makes no image.
     *
     * @return warnings
     */
    public List<Problem> check() throws InterruptedException {
        progress.begin(project.topology().topology().getModules().size());
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            return compose(workers).warnings();
        } catch (UserException e) {
            throw e.with(warningsOfModules());
        }
    }

    /** Of those that were made so far. */
    private List<Problem> warningsOfModules() {
        return made.stream().flatMap(module -> module.warnings().stream()).sorted(Comparator.comparing(Problem::toString)).toList();
    }

    private int pieces(List<Node> nodes) {
        int placements = nodes.stream().mapToInt(node -> deployment.placementsOn(node).size()).sum();
        int boards = (int) nodes.stream().map(Node::getBoard).distinct().count();
        return placements + boards + nodes.size();
    }

    private Composed compose(Workers workers) throws InterruptedException {
        PlacementCompiler placements = new PlacementCompiler(installation.llvm(), compiler, project.folder(), progress);
        Map<String, WasmModule> modules = new LinkedHashMap<>();
        Map<String, ModuleInterface> interfaces = new LinkedHashMap<>();
        for (WasmModule module : workers.all(moduleWork())) {
            modules.put(module.name(), module);
            interfaces.put(module.name(), placements.read(module));
        }
        new BudgetCheck(project.topology()).run(interfaces);
        List<Problem> warnings = modules.values().stream().flatMap(module -> module.warnings().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        HostInterfaces host = HostInterfaces.read(installation.runtime());
        warnings.addAll(ModuleInterfaces.check(project.topology(), project.interfaces(), host, interfaces));
        UserException.throwIfErrors(warnings);
        warnings.addAll(new Measurement(project, profile).modules(interfaces));
        warnings.addAll(Programs.check(project.topology(), interfaces));
        Composer composer = new Composer(project.topology(), interfaces, host, project.boards(), profile.taskStack());
        return new Composed(modules, composer.compose(), warnings);
    }

    private List<Callable<WasmModule>> moduleWork() throws InterruptedException {
        Bindings bindings = Bindings.write(project.interfaces(), project.buildFolder(profile).resolve("bindings"));
        ModuleBuilder builder = ModuleBuilder.create(installation, project.folder(),
                project.buildFolder(profile).resolve("modules"), bindings, profile, progress);
        builder.describe(project.topology().topology().getModules(), project.buildFolder(profile).resolveSibling("compile_commands.json"));
        List<Callable<WasmModule>> work = new ArrayList<>();
        for (Module module : project.topology().topology().getModules()) {
            MemoryBudget budget = deployment.placementOf(module).map(MemoryBudget::of).orElse(MemoryBudget.NONE);
            work.add(() -> {
                WasmModule wasm = builder.build(module, budget);
                made.add(wasm);
                progress.done();
                return wasm;
            });
        }
        return work;
    }

    private Map<String, RuntimeLibrary> runtimes(List<Node> nodes, Workers workers) throws InterruptedException {
        Map<String, RuntimeLibrary> libraries = new LinkedHashMap<>();
        for (Board board : nodes.stream().map(this::board).distinct().toList()) {
            libraries.put(board.name(), new RuntimeBuilder(installation, progress).build(board, workers));
            progress.done();
        }
        return libraries;
    }

    /** Those of all nodes are compiled at the same time. */
    private Objects objects(List<Node> nodes, Composed composed, Workers workers) throws InterruptedException {
        PlacementCompiler placements = new PlacementCompiler(installation.llvm(), compiler, project.folder(), progress);
        Map<Node, Map<String, Path>> objects = new LinkedHashMap<>();
        List<Callable<PlacementCompiler.Compiled>> work = new ArrayList<>();
        for (Node node : nodes) {
            objects.put(node, new LinkedHashMap<>());
            for (Placement placement : deployment.placementsOn(node)) {
                WasmModule module = composed.modules().get(placement.getModule().getName());
                work.add(() -> {
                    PlacementCompiler.Compiled object = placements.compile(module, placement, board(node), profile, nodeFolder(node));
                    progress.done();
                    return object;
                });
            }
        }
        List<PlacementCompiler.Compiled> all = workers.all(work);
        Iterator<PlacementCompiler.Compiled> compiled = all.iterator();
        objects.forEach((node, ofNode) -> deployment.placementsOn(node)
                .forEach(placement -> ofNode.put(placement.getModule().getName(), compiled.next().object())));
        return new Objects(objects, all.stream().flatMap(one -> one.warnings().stream()).toList());
    }

    private Image link(Node node, Map<String, Path> objects, NodeWiring wiring, RuntimeLibrary runtime) throws InterruptedException {
        Path wiringObject = new WiringCompiler(installation, progress).compile(wiring, runtime, nodeFolder(node));
        Image image = new Linker(installation, project.topology(), progress)
                .link(node, wiringObject, objects, runtime, nodeFolder(node), project.folder());
        Measurement.image(image, nodeFolder(node));
        progress.done();
        return image;
    }

    private Path nodeFolder(Node node) {
        return project.buildFolder(profile).resolve("nodes").resolve(node.getName());
    }

    private Board board(Node node) {
        return project.boards().find(node.getBoard()).orElseThrow();
    }
}
