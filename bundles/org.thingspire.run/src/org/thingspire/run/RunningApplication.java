// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.thingspire.board.Board;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.problem.UserException;
import org.thingspire.run.console.ConsoleListener;
import org.thingspire.run.console.NodeConsole;
import org.thingspire.run.console.Trap;
import org.thingspire.run.local.LocalTarget;
import org.thingspire.run.process.SocketFolder;
import org.thingspire.run.qemu.QemuTarget;
import org.thingspire.run.sensor.SensorReplay;
import org.thingspire.run.target.NodeFailedException;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.RunningNode;
import org.thingspire.run.target.Target;
import org.thingspire.run.target.Uart;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Sensor;
import org.thingspire.topology.sensor.SensorRecording;

/**
 * An application whose nodes run on this machine, in emulators or as processes, with the links between them and with recorded
 * values for their sensors. It owns all of that: closing it leaves no process, socket or file. It closes itself when the virtual
 * machine is told to end.
 */
public final class RunningApplication implements AutoCloseable {

    private final Path symbolizer;
    private final RunOptions options;
    private final ConsoleListener listener;
    private final SocketFolder folder;
    private final ShutdownHook hook;
    private final List<SensorReplay> replays = new ArrayList<>();
    private final List<RunningNode> nodes = new CopyOnWriteArrayList<>();
    private final List<NodeConsole> consoles = new ArrayList<>();
    private final AtomicInteger traps = new AtomicInteger();
    private final CompletableFuture<NodeFailedException> failure = new CompletableFuture<>();
    private volatile boolean closing;

    private RunningApplication(Path symbolizer, RunOptions options, ConsoleListener listener) throws IOException {
        this.symbolizer = symbolizer;
        this.options = options;
        this.listener = counting(listener);
        this.folder = SocketFolder.create();
        try {
            this.hook = new ShutdownHook("stop nodes", this::close);
        } catch (IllegalStateException e) {
            folder.close();
            throw new IOException("nothing is started any more, because the program is about to end", e);
        }
    }

    /**
     * Starts the nodes. If that fails for one of them, the others are stopped again.
     *
     * @param topology what joins the nodes
     * @param images the nodes to start: all, or some; links to others are then dead
     * @param symbolizer llvm-symbolizer, for the source lines of traps
     * @throws UserException if a board has no emulator or a recording can't be read
     * @throws MissingProgramException if an emulator is not installed
     * @throws NodeFailedException if a node or its emulator ended at once
     * @throws IOException if the machine refuses processes or sockets
     */
    public static RunningApplication start(TopologyFile topology, List<Image> images, Path symbolizer, RunOptions options,
            ConsoleListener listener) throws IOException {
        RunningApplication application = new RunningApplication(symbolizer, options, listener);
        try {
            application.startNodes(topology, images);
            return application;
        } catch (IOException | RuntimeException e) {
            application.close();
            throw e;
        }
    }

    /** @throws NoSuchElementException if no node of that name was started */
    public RunningNode node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    /** How many traps the nodes have reported so far. */
    public int traps() {
        return traps.get();
    }

    /** Completes when a node ends before it is told to; a node that is debugged may. Never completes with an exception. */
    public CompletableFuture<NodeFailedException> failure() {
        return failure;
    }

    /** Waits that long, or until a node ends before it is told to, which it then returns. */
    public Optional<NodeFailedException> await(Duration time) throws InterruptedException {
        try {
            return Optional.of(failure.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything. When this returns, the listener has got all that the nodes printed. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        replays.forEach(SensorReplay::close);
        nodes.forEach(RunningNode::close);
        consoles.forEach(NodeConsole::close);
        folder.close();
        hook.close();
    }

    /** Locked, so that the shutdown hook stops what was started and nothing is started after that. */
    private synchronized void startNodes(TopologyFile topology, List<Image> images) throws IOException {
        if (closing) {
            throw new IOException("the application was closed before it was started");
        }
        Cabling cabling = new Cabling(topology.topology(), images, folder);
        for (Image image : cabling.startOrder()) {
            start(image, cabling.uartsOf(image), topology, cabling.node(image).getSensors());
        }
        for (RunningNode node : nodes) {
            node.begin();
        }
    }

    private void start(Image image, List<Uart> uarts, TopologyFile topology, List<Sensor> sensors) throws IOException {
        // It listens before the node starts, because an emulator connects at once.
        Optional<SensorReplay> replay = replay(image, uarts, topology, sensors);
        boolean debugged = options.debugged().filter(image.node()::equals).isPresent();
        RunningNode node = withoutHardware(image.board()).start(new NodeStart(image, uarts, debugged, folder.path()));
        nodes.add(node);
        replay.ifPresent(sensor -> node.onRunStateChange(sensor::nodeIsRunning));
        consoles.add(new NodeConsole(node.name(), node.console(), symbolizer, image.elf(), listener,
                () -> replay.ifPresent(SensorReplay::nodeIsReady)));
        if (!debugged) {
            node.exit().thenAccept(code -> ended(node, code));
        }
    }

    private Optional<SensorReplay> replay(Image image, List<Uart> uarts, TopologyFile topology, List<Sensor> sensors) throws IOException {
        Optional<Path> socket = Cabling.sensorSocket(image.board(), uarts);
        if (socket.isEmpty()) {
            return Optional.empty();
        }
        List<SensorReplay.Channel> channels = sensors.stream().filter(sensor -> sensor.getReplay() != null)
                .map(sensor -> new SensorReplay.Channel(sensor.getChannel(), SensorRecording.read(topology.resolve(sensor.getReplay()))))
                .toList();
        SensorReplay replay = new SensorReplay(image.node(), socket.get(), channels, options.speed());
        replays.add(replay);
        return Optional.of(replay);
    }

    private void ended(RunningNode node, int exitCode) {
        if (!closing) {
            failure.complete(new NodeFailedException(node.name(), exitCode, node.lastErrors()));
        }
    }

    private ConsoleListener counting(ConsoleListener listener) {
        return new ConsoleListener() {
            @Override
            public void line(String node, String text) {
                listener.line(node, text);
            }

            @Override
            public void trapped(String node, Trap trap) {
                traps.incrementAndGet();
                listener.trapped(node, trap);
            }

            @Override
            public void ended(String node) {
                listener.ended(node);
            }
        };
    }

    /**
     * The target that needs no hardware: an emulator for the board, or this machine where the board stands for it.
     *
     * @throws UserException if there is none
     * @throws MissingProgramException if the emulator is not installed
     */
    private Target withoutHardware(Board board) {
        return board.isHosted() ? new LocalTarget() : new QemuTarget(Emulator.of(options.programs(), board));
    }
}
