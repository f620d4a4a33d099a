// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.thingspire.board.Board;
import org.thingspire.board.BoardSources;
import org.thingspire.board.RuntimePort;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.builder.toolchain.ImageLinker;
import org.thingspire.wit.host.HostInterfaces;

import com.google.gson.GsonBuilder;

/**
 * Writes down how images are made and started, for who does both without this builder, as the runtime's own tests do. Each board gets a
 * folder with what the runtime includes that is generated, {@value #SDK} with what modules include, and {@value #FILE}:
 *
 * <pre>
 * { "hosted": false,             whether an operating system runs below
 *   "uarts": 2,                  serial lines
 *   "sources": ["kernel", ...],  folders of the runtime
 *   "compile": ["clang", ...],   a command to which source and output are to be added
 *   "archive": ["llvm-ar", ...], one to which the archive and its objects are to be added
 *   "link": ["ld.lld", ...],     one in which OBJECTS stands for the objects; its output is to be added
 *   "symbolize": ["llvm..."],    one that tells the functions of addresses
 *   "run": ["qemu...", ...] }    one in which IMAGE stands for the image; without serial lines
 * </pre>
 */
public final class BuildFiles {

    private static final String FILE = "build.json";
    private static final String SDK = "sdk";

    private final Installation installation;

    public BuildFiles(Installation installation) {
        this.installation = installation;
    }

    /** Makes the board's folder in {@code parent} anew. */
    public void write(Board board, Path parent) throws InterruptedException {
        Path folder = parent.resolve(board.name());
        RuntimePort port = RuntimePort.read(installation.runtime(), board.arch(), board.os());
        HostInterfaces host = HostInterfaces.read(installation.runtime());
        RuntimeBuilder.write(RuntimeBuilder.generated(board, host), folder);
        SortedMap<String, String> sdk = new TreeMap<>();
        host.sdkHeaders().forEach(header -> sdk.put(header.fileName(), header.text()));
        RuntimeBuilder.write(sdk, folder.resolve(SDK));
        Map<String, Object> build = new LinkedHashMap<>();
        build.put("hosted", board.isHosted());
        build.put("uarts", board.uarts().size());
        build.put("sources", port.sources());
        build.put("compile", command(installation.llvm().clang(), new RuntimeBuilder(installation, Progress.NONE).flags(board, port, folder)));
        build.put("archive", command(installation.llvm().archiver(), List.of("rcsD")));
        build.put("link", link(board, port, folder).words());
        build.put("symbolize", command(installation.llvm().symbolizer(), List.of()));
        build.put("run", board.isHosted() ? List.of("IMAGE") : Emulator.of(installation.programs(), board).words(Path.of("IMAGE")));
        try {
            Files.writeString(folder.resolve(FILE), new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(build) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path program, List<String> arguments) {
        return Command.of(program).addAll(arguments).in(program.getParent()).words();
    }

    private Command link(Board board, RuntimePort port, Path folder) throws InterruptedException {
        ImageLinker linker = new ImageLinker(installation.llvm(), installation.programs(), board);
        List<Path> objects = List.of(Path.of("OBJECTS"));
        return (board.isHosted() ? linker.hosted(List.of(), folder, objects)
                : linker.chip(installation.runtime().resolve(port.linkerScript()), folder, objects)).in(folder);
    }
}
