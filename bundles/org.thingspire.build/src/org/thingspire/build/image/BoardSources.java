// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.gson.Gson;

import org.thingspire.topology.board.Board;

/**
 * Makes of a {@code board.json} what the runtime is compiled and linked with: {@code board.h} and {@code memory.ld}. The
 * README beside the boards explains the fields and names the macros.
 */
public final class BoardSources {

    /** The fields of board.json that only C code is interested in. */
    private record Facts(List<UartFacts> uarts, List<OutputFacts> outputs, int sensorChannels) {
    }

    private record UartFacts(String role, String driver, String base, long clockHz, long baud, List<Integer> irqs) {
    }

    private record OutputFacts(String name, String driver, String base, int bit) {
    }

    private final Board board;
    private final Facts facts;

    public BoardSources(Board board) {
        this.board = board;
        try (Reader json = Files.newBufferedReader(board.file())) {
            this.facts = new Gson().fromJson(json, Facts.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + board.file() + ": " + e.getMessage(), e);
        }
    }

    /** Their texts, by file name. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>(Map.of("board.h", header()));
        if (!board.isHosted()) {
            files.put("memory.ld", memoryScript());
        }
        return files;
    }

    private String header() {
        List<String> lines = new ArrayList<>();
        lines.add("/* Made by ThingSpire from %s. */".formatted(board.name() + "/board.json"));
        lines.add("#pragma once");
        lines.add(define("NAME", '"' + board.name() + '"'));
        if (!board.isHosted()) {
            lines.add(define("CPU_HZ", board.cpuHz() + "u"));
            board.flash().ifPresent(flash -> lines.addAll(range("FLASH", flash)));
            board.ram().ifPresent(ram -> lines.addAll(range("RAM", ram)));
            lines.add(define("INTERRUPTS", 1 + facts.uarts().stream().flatMap(uart -> uart.irqs().stream()).max(Integer::compare).orElse(-1) + "u"));
            lines.add(define("UARTS(UART)", facts.uarts().stream().map(BoardSources::uart).collect(Collectors.joining(" "))));
        }
        lines.add(define("UART_COUNT", facts.uarts().size() + "u"));
        for (String role : List.of(Board.Uart.CONSOLE, Board.Uart.SENSOR)) {
            for (int i = 0; i < facts.uarts().size(); i++) {
                if (facts.uarts().get(i).role().equals(role)) {
                    lines.add(define(role.toUpperCase(Locale.ROOT) + "_UART", i + "u"));
                }
            }
        }
        lines.add(define("SENSOR_CHANNELS", facts.sensorChannels() + "u"));
        lines.add(define("OUTPUT_COUNT", facts.outputs().size() + "u"));
        lines.add(define("OUTPUTS(OUTPUT)", facts.outputs().stream().map(BoardSources::output).collect(Collectors.joining(" "))));
        return String.join("\n", lines) + "\n";
    }

    public String memoryScript() {
        Board.Memory flash = board.flash().orElseThrow();
        Board.Memory ram = board.ram().orElseThrow();
        return """
                MEMORY {
                    FLASH (rx) : ORIGIN = 0x%x, LENGTH = 0x%x
                    RAM (rw) : ORIGIN = 0x%x, LENGTH = 0x%x
                }
                """.formatted(flash.origin(), flash.size(), ram.origin(), ram.size());
    }

    private static String uart(UartFacts uart) {
        return "UART(%s, 0x%08xu, %su, %su, %su)".formatted(uart.driver(), Long.decode(uart.base()), uart.clockHz(), uart.baud(),
                uart.irqs().getFirst());
    }

    private static String output(OutputFacts output) {
        long base = output.base() == null ? 0 : Long.decode(output.base());
        return "OUTPUT(\"%s\", %s, 0x%08xu, %su)".formatted(output.name(), output.driver(), base, output.bit());
    }

    private static List<String> range(String name, Board.Memory memory) {
        return List.of(define(name + "_ORIGIN", "0x%08xu".formatted(memory.origin())), define(name + "_SIZE", "0x%xu".formatted(memory.size())));
    }

    private static String define(String name, String value) {
        return "#define TS_BOARD_%s %s".formatted(name, value);
    }
}
