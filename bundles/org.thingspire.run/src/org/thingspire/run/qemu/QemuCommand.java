// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.run.process.SocketFolder;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.Uart;

/**
 * The command line of QEMU for one node.
 *
 * @param emulator of the board
 * @param start what to run
 * @param controlSocket where QEMU connects to be controlled, see {@link Qmp}
 * @param debugSocket where it listens for GDB if the node is started halted
 */
public record QemuCommand(Emulator emulator, NodeStart start, Path controlSocket, Path debugSocket) {

    /**
     * With a thread for each processor, which is the default, QEMU 7.2 now and then answers a single step that it has not made: an interrupt
     * raised meanwhile by another thread makes the processor leave the translated block before its first instruction, and that counts
     * as a step (its log says "Stopped execution of TB chain before" the instruction). GDB then reports the breakpoint again that it
     * wanted to step off. Seen in about 2 of 1000 steps while bytes poured into a UART; with one thread, in none of 48,000.
     */
    private static final String ACCELERATOR = "tcg,thread=single";

    QemuCommand(Emulator emulator, NodeStart start) throws IOException {
        this(emulator, start, SocketFolder.socket(start.folder(), start.node() + ".qmp"),
                SocketFolder.socket(start.folder(), start.node() + ".gdb"));
    }

    public List<String> words() {
        List<String> words = new ArrayList<>(emulator.words(start.image().elf()));
        words.addAll(List.of("-S", "-accel", ACCELERATOR));
        for (int i = 0; i < start.uarts().size(); i++) {
            addUart(words, "uart" + i, start.uarts().get(i));
        }
        if (start.halted()) {
            addDevice(words, "gdb", "socket,path=" + escaped(debugSocket) + ",server=on,wait=off");
            words.addAll(List.of("-gdb", "chardev:gdb"));
        }
        // The last of the sockets: once QEMU has connected to it, it has opened all others.
        addDevice(words, "control", "socket,path=" + escaped(controlSocket));
        words.addAll(List.of("-mon", "chardev=control,mode=control"));
        return words;
    }

    private static void addUart(List<String> words, String id, Uart uart) {
        String device = switch (uart) {
            case Uart.Open() -> "null";
            case Uart.Console() -> "stdio,signal=off";
            case Uart.Listening(Path socket) -> "socket,path=" + escaped(socket) + ",server=on,wait=off";
            case Uart.Connecting(Path socket) -> "socket,path=" + escaped(socket);
        };
        addDevice(words, id, device);
        words.addAll(List.of("-serial", "chardev:" + id));
    }

    private static void addDevice(List<String> words, String id, String device) {
        String kind = device.split(",", 2)[0];
        words.addAll(List.of("-chardev", kind + ",id=" + id + device.substring(kind.length())));
    }

    /** QEMU separates options by commas; one that belongs to a value is doubled. */
    private static String escaped(Path path) {
        return path.toString().replace(",", ",,");
    }
}
