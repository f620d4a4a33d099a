// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.thingspire.llvm.ProgramEnvironment;
import org.thingspire.run.console.Trap.SourcePlace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Finds the source line of a trap in a node's ELF file. The work is llvm-symbolizer's; one process serves all traps of a node,
 * started at the first, because it takes a while to load the debug information.
 */
public final class TrapSymbolizer implements AutoCloseable {

    private final Path program;
    private final Path elf;
    private Process process;
    private Writer questions;
    private BufferedReader answers;

    /** @param program llvm-symbolizer */
    public TrapSymbolizer(Path program, Path elf) {
        this.program = program;
        this.elf = elf;
    }

    /** The trap with its place, or as it was if the debug information does not know the address. */
    public synchronized Trap locate(Trap trap) {
        try {
            return ask(trap.address()).flatMap(TrapSymbolizer::place).map(trap::at).orElse(trap);
        } catch (IOException | JsonParseException e) {
            // A trap without a line is still a trap; it must not be lost over its decoration.
            return trap;
        }
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    private Optional<JsonObject> ask(long address) throws IOException {
        if (process == null) {
            start();
        }
        questions.write("0x" + Long.toHexString(address) + "\n");
        questions.flush();
        String line = answers.readLine();
        return line == null ? Optional.empty() : Optional.of(JsonParser.parseString(line).getAsJsonObject());
    }

    private void start() throws IOException {
        List<String> command = List.of(program.toString(), "--obj=" + elf, "--output-style=JSON", "--functions=short");
        process = ProgramEnvironment.builder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        questions = process.outputWriter();
        answers = process.inputReader();
    }

    /** Of several frames at one address, which inlining makes, the first is the innermost: where the source line stands. */
    private static Optional<SourcePlace> place(JsonObject answer) {
        JsonElement frames = answer.get("Symbol");
        if (frames == null || frames.getAsJsonArray().isEmpty()) {
            return Optional.empty();
        }
        JsonObject innermost = frames.getAsJsonArray().get(0).getAsJsonObject();
        int line = innermost.get("Line").getAsInt();
        String function = innermost.get("FunctionName").getAsString();
        String file = innermost.get("FileName").getAsString();
        if (file.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SourcePlace(function, file.startsWith("./") ? file.substring(2) : file, line));
    }
}
