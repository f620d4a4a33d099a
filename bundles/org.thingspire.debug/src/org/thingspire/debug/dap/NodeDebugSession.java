// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.launch.DSPLauncher;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.debug.GdbSetup;
import org.thingspire.run.ShutdownHook;
import org.thingspire.run.target.RunningNode;

/**
 * The debugger on one node of a running application: {@link #prepare}, start the application, {@link #connect}, set breakpoints,
 * {@link #begin}. Methods return when the debugger has taken the request; what comes of it, the {@link DebugListener} is told.
 * May be used by several threads. Closing it ends the debugger, and with it the node.
 */
public final class NodeDebugSession implements AutoCloseable {

    private final GdbSetup setup;
    private final Path folder;
    private final Path gdb;
    private final AdapterProcess process;
    private final IDebugProtocolServer adapter;
    private final CompletableFuture<Capabilities> initialized;
    private final AdapterEvents events;
    private final ExecutorService eventThread;
    private final Answers answers;
    private final ShutdownHook hook;
    private volatile boolean connected;

    private NodeDebugSession(Path gdb, Path node, Path folder, Image image, Path adapterFolder) throws IOException {
        this.gdb = gdb;
        this.folder = folder;
        this.setup = GdbSetup.unpackedTo(folder, image);
        this.process = AdapterProcess.start(adapterFolder, node);
        this.eventThread = eventThread(image.node());
        this.events = new AdapterEvents(eventThread);
        this.answers = new Answers(process.exit());
        Launcher<IDebugProtocolServer> launcher = DSPLauncher.createClientLauncher(events, process.output(), process.input());
        launcher.startListening();
        this.adapter = launcher.getRemoteProxy();
        this.initialized = adapter.initialize(ProtocolValues.greeting());
        this.hook = new ShutdownHook("stop debugger", this::close);
        process.exit().thenRun(events::end);
    }

    /**
     * Starts the debugger. To be called before the node is started, because it finds out whether there is a debugger at all and lets
     * it get ready meanwhile.
     *
     * @param adapter the folder that has {@code cdt-gdb-adapter} in its {@code node_modules}
     * @param image what runs on the node
     * @param programs those of the machine
     * @throws MissingProgramException if Node or GDB is not installed
     */
    public static NodeDebugSession prepare(Path adapter, Image image, ProgramPaths programs) throws IOException {
        Path gdb = programs.require(ExternalProgram.GDB);
        Path node = programs.require(ExternalProgram.NODE);
        Path folder = Files.createTempDirectory("thingspire-dap");
        try {
            return new NodeDebugSession(gdb, node, folder, image, adapter);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /**
     * Takes hold of the node, which is then halted at its first instruction.
     *
     * @param node started halted
     * @param listener told of what happens from now on
     */
    public void connect(RunningNode node, DebugListener listener) throws DebuggerException {
        events.tell(new ModuleSteps(this, listener));
        answers.await(initialized);
        node.exit().thenRun(events::end);
        answers.awaitLong(adapter.attach(Map.of(
                "gdb", gdb.toString(),
                "gdbArguments", List.of("-iex", "set debuginfod enabled off"),
                "program", setup.image().elf().toString(),
                "preConnectCommands", setup.preparation(),
                "target", Map.of("connectCommands", node.gdbCommands()))));
        connected = true;
    }

    /** Lets the node run, once the first breakpoints are set. */
    public void begin() throws DebuggerException {
        answers.await(adapter.configurationDone(new ConfigurationDoneArguments()));
    }

    /**
     * Replaces the breakpoints of a source file. A node that runs is halted for a moment, of which the listener sees nothing but that
     * it goes on.
     *
     * @param source absolute, or as it is named in the debug information
     * @param lines counted from 1
     * @return what became of each, in the order of the lines
     */
    public List<BreakpointPlace> setBreakpoints(Path source, List<Integer> lines) throws DebuggerException {
        Breakpoint[] breakpoints = answers.await(adapter.setBreakpoints(ProtocolValues.breakpoints(source, lines))).getBreakpoints();
        return Arrays.stream(breakpoints).map(ProtocolValues::place).toList();
    }

    public List<DebugThread> threads() throws DebuggerException {
        return Arrays.stream(answers.await(adapter.threads()).getThreads()).map(this::thread).toList();
    }

    /** The functions that a halted thread executes, innermost first; between modules, only modules are shown. */
    public List<DebugFrame> stack(int thread) throws DebuggerException {
        List<DebugFrame> frames = frames(thread, 0);
        return frames.isEmpty() ? frames : shown(frames);
    }

    /** To the next line, also if that is in a function that is called. */
    public void stepInto(int thread) throws DebuggerException {
        StepInArguments request = new StepInArguments();
        request.setThreadId(thread);
        answers.await(adapter.stepIn(request));
    }

    /** To the next line of the same function. */
    public void stepOver(int thread) throws DebuggerException {
        NextArguments request = new NextArguments();
        request.setThreadId(thread);
        answers.await(adapter.next(request));
    }

    /** To where the function was called. */
    public void stepReturn(int thread) throws DebuggerException {
        StepOutArguments request = new StepOutArguments();
        request.setThreadId(thread);
        answers.await(adapter.stepOut(request));
    }

    /** Lets the whole node run. */
    public void resume(int thread) throws DebuggerException {
        ContinueArguments request = new ContinueArguments();
        request.setThreadId(thread);
        answers.await(adapter.continue_(request));
    }

    /** Halts the whole node. */
    public void suspend(int thread) throws DebuggerException {
        PauseArguments request = new PauseArguments();
        request.setThreadId(thread);
        answers.await(adapter.pause(request));
    }

    /** The value of an expression in a frame, as GDB writes it. */
    public String evaluate(String expression, DebugFrame frame) throws DebuggerException {
        EvaluateArguments request = new EvaluateArguments();
        request.setExpression(expression);
        request.setFrameId(frame.id());
        request.setContext("watch");
        return answers.await(adapter.evaluate(request)).getResult();
    }

    /** When this returns, the adapter, GDB and a node that is GDB's child are gone. May be called more than once. */
    @Override
    public synchronized void close() {
        List<ProcessHandle> family = process.family();
        if (connected && process.isAlive()) {
            answers.awaitShortly(adapter.terminate(new TerminateArguments()));
        }
        AdapterProcess.end(family);
        events.end();
        eventThread.shutdown();
        delete(folder);
        hook.close();
    }

    /** How many frames are above the newest one that belongs to a module; -1 if none does. */
    int newestModuleFrame(int thread) throws DebuggerException {
        List<DebugFrame> top = frames(thread, 1);
        return top.isEmpty() ? -1 : (int) number("$_module_frame()", top.getFirst());
    }

    /** @param count of the newest; 0 for all */
    private List<DebugFrame> frames(int thread, int count) throws DebuggerException {
        StackTraceArguments request = new StackTraceArguments();
        request.setThreadId(thread);
        request.setLevels(count);
        return Arrays.stream(answers.await(adapter.stackTrace(request)).getStackFrames()).map(ProtocolValues::frame).toList();
    }

    /** GDB knows which: see {@code thingspire.py}. */
    private List<DebugFrame> shown(List<DebugFrame> frames) throws DebuggerException {
        BitSet hidden = BitSet.valueOf(new long[] {number("$_hidden_frames()", frames.getFirst())});
        return IntStream.range(0, frames.size()).filter(level -> !hidden.get(level)).mapToObj(frames::get).toList();
    }

    private long number(String expression, DebugFrame frame) throws DebuggerException {
        String value = evaluate(expression, frame);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new DebuggerException("GDB has no value of " + expression + ": " + value, e);
        }
    }

    /** What happens after the end interests nobody. */
    private static ExecutorService eventThread(String node) {
        ThreadFactory factory = Thread.ofPlatform().daemon().name("debugger of " + node).factory();
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** GDB names all threads of a process like its program, and a processor after its state. */
    private DebugThread thread(org.eclipse.lsp4j.debug.Thread thread) {
        return new DebugThread(thread.getId(), setup.image().board().isHosted() ? "thread " + thread.getId() : "processor");
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A folder of temporary files; the system clears it.
        }
    }
}
