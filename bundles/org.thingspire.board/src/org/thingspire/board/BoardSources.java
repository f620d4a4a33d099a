// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes of a {@code board.json} what the runtime is compiled and linked with: {@code board.h} and {@code memory.ld}. The
 * README beside the boards explains the fields and names the macros.
 */
public final class BoardSources {

    /** The name of the file that linker scripts include. */
    public static final String MEMORY_SCRIPT = "memory.ld";

    private final Board board;

    public BoardSources(Board board) {
        this.board = board;
    }

    /** Returns their texts, by file name. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>(Map.of("board.h", header()));
        if (!board.isHosted()) {
            files.put(MEMORY_SCRIPT, memoryScript());
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
            lines.add(define("INTERRUPTS", 1 + board.uarts().stream().flatMap(uart -> uart.irqs().stream()).max(Integer::compare).orElse(-1) + "u"));
            lines.add(define("UARTS(UART)", board.uarts().stream().map(BoardSources::uart).collect(Collectors.joining(" "))));
        }
        lines.add(define("UART_COUNT", board.uarts().size() + "u"));
        for (String role : List.of(Board.Uart.CONSOLE, Board.Uart.SENSOR)) {
            for (int i = 0; i < board.uarts().size(); i++) {
                if (board.uarts().get(i).role().equals(role)) {
                    lines.add(define(role.toUpperCase(Locale.ROOT) + "_UART", i + "u"));
                }
            }
        }
        lines.add(define("SENSOR_CHANNELS", board.sensorChannels() + "u"));
        lines.add(define("OUTPUT_COUNT", board.outputs().size() + "u"));
        lines.add(define("OUTPUTS(OUTPUT)", board.outputs().stream().map(BoardSources::output).collect(Collectors.joining(" "))));
        return String.join("\n", lines) + "\n";
    }

    /** Returns where flash and RAM are, for linker scripts to include. */
    public String memoryScript() {
        return memoryScript(Map.of());
    }

    /** Returns the same with more regions of RAM, by their names. */
    public String memoryScript(Map<String, Board.Memory> more) {
        String regions = region("FLASH (rx)", board.flash().orElseThrow()) + region("RAM (rw)", board.ram().orElseThrow())
                + more.entrySet().stream().map(ram -> region(ram.getKey() + " (rw)", ram.getValue())).collect(Collectors.joining());
        return "MEMORY {\n%s}\n".formatted(regions);
    }

    private static String region(String name, Board.Memory memory) {
        return "    %s : ORIGIN = 0x%x, LENGTH = 0x%x\n".formatted(name, memory.origin(), memory.size());
    }

    private static String uart(Board.Uart uart) {
        return "UART(%s, 0x%08xu, %su, %su, %su)".formatted(uart.driver(), uart.base(), uart.clockHz(), uart.baud(),
                uart.irqs().getFirst());
    }

    private static String output(Board.Output output) {
        return "OUTPUT(\"%s\", %s, 0x%08xu, %su)".formatted(output.name(), output.driver(), output.base(), output.bit());
    }

    private static List<String> range(String name, Board.Memory memory) {
        return List.of(define(name + "_ORIGIN", "0x%08xu".formatted(memory.origin())), define(name + "_SIZE", "0x%xu".formatted(memory.size())));
    }

    private static String define(String name, String value) {
        return "#define TS_BOARD_%s %s".formatted(name, value);
    }
}
