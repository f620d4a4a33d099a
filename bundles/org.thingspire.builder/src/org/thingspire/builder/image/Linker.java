// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.thingspire.board.Board;
import org.thingspire.board.BoardSources;
import org.thingspire.board.RuntimePort;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.size.LinkOverflow;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ImageLinker;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Node;

/** Links modules, wiring and runtime to the image of one node. */
public final class Linker {

    private final Installation installation;
    private final TopologyFile topology;
    private final Progress progress;

    /** @param topology what a node that is too full is reported at */
    public Linker(Installation installation, TopologyFile topology, Progress progress) {
        this.installation = installation;
        this.topology = topology;
        this.progress = progress;
    }

    /**
     * @param modules the modules placed on the node, by name, with their objects
     * @throws UserException if the image is larger than the board's flash or RAM
     */
    public Image link(Node node, Path wiring, Map<String, Path> modules, RuntimeLibrary runtime, Path nodeFolder, Path sourceRoot)
            throws InterruptedException {
        Path elf = nodeFolder.resolve(node.getName() + ".elf");
        Path map = nodeFolder.resolve(node.getName() + ".map");
        RuntimePort port = RuntimePort.read(installation.runtime(), runtime.board().arch(), runtime.board().os());
        List<Path> inputs = new ArrayList<>();
        inputs.add(wiring);
        inputs.addAll(modules.values());
        inputs.add(runtime.archive());
        ImageLinker linker = new ImageLinker(installation.llvm(), installation.programs(), runtime.board());
        Command.Builder command = runtime.board().isHosted() ? linker.hosted(modules.keySet(), nodeFolder, inputs)
                : linker.chip(installation.runtime().resolve(port.linkerScript()), runtime.folder(), inputs);
        Image image = new Image(node.getName(), runtime.board(), elf, map, modules, wiring, sourceRoot);
        new Step(elf).run(fingerprint(command, inputs, runtime, port), output -> {
            progress.working("link " + node.getName());
            // Not -Wl, which takes a comma in the path for the end of it.
            Command.Outcome outcome = command.addAll(runtime.board().isHosted() ? List.of("-Xlinker") : List.of())
                    .add("-Map=" + map.getFileName(), "-o", output.getFileName()).in(nodeFolder).run();
            if (!outcome.succeeded()) {
                throw failure(image, outcome);
            }
            return List.of();
        });
        return image;
    }

    private String fingerprint(Command.Builder command, List<Path> inputs, RuntimeLibrary runtime, RuntimePort port) {
        Fingerprint fingerprint = new Fingerprint().add(installation.llvm().version()).add(command);
        inputs.forEach(fingerprint::addFile);
        if (!runtime.board().isHosted()) {
            fingerprint.addFile(runtime.folder().resolve(BoardSources.MEMORY_SCRIPT)).addFile(installation.runtime().resolve(port.linkerScript()));
        }
        return fingerprint.hex();
    }

    private RuntimeException failure(Image image, Command.Outcome outcome) {
        List<LinkOverflow> overflows = LinkOverflow.parse(outcome.output());
        if (overflows.isEmpty()) {
            Optional<String> driver = missingDriver(image.board(), outcome.output());
            if (driver.isPresent()) {
                return new UserException(Problem.error(image.board().file(), "the runtime has no driver \"%s\"".formatted(driver.get()),
                        "Drivers are in runtime/driver: name one of them, or write it."));
            }
            return new IllegalStateException("Linking " + image.node() + " failed: " + outcome.output());
        }
        return new UserException(overflows.stream().map(overflow -> Problem.error(topology.path(), position(image.node()),
                "node \"" + image.node() + "\"", ImageSize.explain(overflow, image),
                "Give modules less memory, move one to another node, or choose a larger board.")).toList());
    }

    /** A driver that a board's description names, and that nothing in the runtime is. */
    static Optional<String> missingDriver(Board board, String printed) {
        return Stream.concat(board.uarts().stream().map(Board.Uart::driver), board.outputs().stream().map(Board.Output::driver))
                .filter(driver -> Pattern.compile("undefined symbol: ts_" + driver + "\\b").matcher(printed).find()).findFirst();
    }

    private Position position(String node) {
        return topology.topology().getNodes().stream().filter(candidate -> candidate.getName().equals(node)).findFirst()
                .map(topology.source()::position).orElse(Position.NONE);
    }
}
