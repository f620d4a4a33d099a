// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.thingspire.board.Board.Memory;
import org.thingspire.board.Board.Output;
import org.thingspire.board.Board.Target;
import org.thingspire.board.Board.Uart;
import org.thingspire.board.json.FieldException;
import org.thingspire.board.json.JsonFile;
import org.thingspire.board.json.JsonSection;
import org.thingspire.problem.UserException;

/** Reads one {@code board.json}, as the README beside the boards explains it: all of its fields, and the rules between them. */
final class BoardJson {

    private static final long LAST_ADDRESS = 0xffff_ffffL;
    private static final long MHZ = 1_000_000;
    /** ARMv7-M and ARMv8-M have at most so many external interrupts; the last one's number. */
    private static final int LAST_INTERRUPT = 495;
    private static final int MAX_CHANNELS = 65_535;
    private static final int LAST_BIT = 31;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern OUTPUT_NAME = Pattern.compile("(?! +$)[A-Za-z0-9_. -]+");
    private static final Pattern FLOAT_ABI = Pattern.compile("soft|hard");
    private static final Pattern ROLE = Pattern.compile("%s|%s|%s".formatted(Uart.CONSOLE, Uart.LINK, Uart.SENSOR));

    private final Path file;

    private BoardJson(Path file) {
        this.file = file;
    }

    /** @throws UserException if the description is damaged: with the field that is wrong, or the line that is no JSON */
    static Board read(Path file) {
        return JsonFile.read(file, "board description", new BoardJson(file)::board);
    }

    private Board board(JsonSection root) {
        String name = root.text("name");
        Path folder = file.toAbsolutePath().getParent().getFileName();
        if (!name.equals(folder.toString())) {
            throw new FieldException("\"name\" is \"" + name + "\", but the folder is \"" + folder + "\"");
        }
        String os = folder("os", root);
        boolean hosted = !os.equals(Board.NO_OS);
        Board board = new Board(name, root.text("title"), folder("arch", root), os, root.text("core"), root.section("target", BoardJson::target),
                hosted ? root.numberOr("cpuHz", 1, LAST_ADDRESS, 0) : root.number("cpuHz", 1, LAST_ADDRESS),
                memory(root, "flash", hosted), memory(root, "ram", hosted), memory(root, "externalRam", true),
                root.sections("uarts", uart -> uart(uart, hosted)), (int) root.numberOr("sensorChannels", 0, MAX_CHANNELS, 0),
                root.sections("outputs", BoardJson::output), root.optional("qemu", qemu -> qemu.text("machine")), file);
        check(board);
        return board;
    }

    /** The runtime's architectures and operating systems stand beside its boards. */
    private String folder(String kind, JsonSection root) {
        String name = root.text(kind, IDENTIFIER, "it is a folder below runtime/" + kind);
        Path folders = file.toAbsolutePath().getParent().resolve("../..").resolve(kind).normalize();
        if (Files.isDirectory(folders) && !Files.isDirectory(folders.resolve(name))) {
            throw new FieldException("\"%s\" is \"%s\", which the runtime does not have".formatted(kind, name));
        }
        return name;
    }

    private static Target target(JsonSection section) {
        String floatAbi = section.text("floatAbi", FLOAT_ABI, "it is \"soft\" or \"hard\"");
        return new Target(section.text("triple"), section.text("cpu"), section.textOrEmpty("features"), floatAbi);
    }

    private static Optional<Memory> memory(JsonSection root, String key, boolean optional) {
        Optional<Memory> memory = root.optional(key, section -> new Memory(section.number("origin", 0, LAST_ADDRESS),
                section.number("size", 1, LAST_ADDRESS + 1)));
        if (memory.isEmpty() && !optional) {
            throw new FieldException("\"" + key + "\" is missing");
        }
        if (memory.filter(of -> of.origin() + of.size() > LAST_ADDRESS + 1).isPresent()) {
            throw new FieldException("\"" + key + "\" reaches beyond the last address");
        }
        return memory;
    }

    private static Uart uart(JsonSection section, boolean hosted) {
        String role = section.text("role", ROLE, "it is \"console\", \"link\" or \"sensor\"");
        String driver = section.text("driver", IDENTIFIER, "it is an identifier of C");
        return hosted ? new Uart(role, driver, 0, 0, 0, List.of()) : new Uart(role, driver, section.number("base", 0, LAST_ADDRESS),
                section.number("clockHz", 1, LAST_ADDRESS), section.number("baud", 1, LAST_ADDRESS), section.numbers("irqs", 0, LAST_INTERRUPT));
    }

    private static Output output(JsonSection section) {
        return new Output(section.text("name", OUTPUT_NAME, "it has letters, digits, spaces, \"_\", \".\" and \"-\" only"),
                section.text("driver", IDENTIFIER, "it is an identifier of C"), section.numberOr("base", 0, LAST_ADDRESS, 0),
                (int) section.number("bit", 0, LAST_BIT));
    }

    private static void check(Board board) {
        if (board.uartsFor(Uart.CONSOLE).size() != 1) {
            throw new FieldException("\"uarts\" has %s with the role \"console\", but one prints".formatted(board.uartsFor(Uart.CONSOLE).size()));
        }
        if (board.uartsFor(Uart.SENSOR).size() > 1) {
            throw new FieldException("\"uarts\" has several with the role \"sensor\"");
        }
        Set<String> names = new HashSet<>();
        for (Output output : board.outputs()) {
            if (!names.add(output.name())) {
                throw new FieldException("\"outputs\" has two with the name \"" + output.name() + "\"");
            }
        }
        if (!board.isHosted() && board.cpuHz() % MHZ != 0) {
            throw new FieldException("\"cpuHz\" is %s, but it is a multiple of 1000000".formatted(board.cpuHz()));
        }
        board.ram().ifPresent(ram -> {
            long region = Long.highestOneBit(2 * ram.size() - 1);
            if (!board.isHosted() && ram.origin() % region != 0) {
                throw new FieldException("\"ram.origin\" is 0x%x, but for the MPU it has to be a multiple of 0x%x".formatted(ram.origin(), region));
            }
        });
    }
}
