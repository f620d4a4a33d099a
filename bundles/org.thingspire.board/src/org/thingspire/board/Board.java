// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A board that the runtime knows, as its {@code board.json} describes it. The fields are explained in the README beside
 * the boards; this record has what the workbench and the command line need of them.
 *
 * @param name the name that nodes refer to, which is also the name of the board's folder
 * @param title what people call the board
 * @param arch the runtime's folder for the processor's architecture, such as {@code armv7m}
 * @param os the runtime's folder for the operating system, {@code linux}, or {@code none}
 * @param core the processor, for people, such as {@code Cortex-M3}
 * @param target what the compiler generates code for
 * @param cpuHz clock frequency of the processor in hertz; 0 where it does not matter
 * @param flash where code and constants go; empty where an operating system loads the program
 * @param ram where data and stacks go; empty where an operating system provides it
 * @param externalRam more RAM, which images don't use
 * @param uarts the serial lines; the first is number 0, for the runtime as well as for QEMU
 * @param sensorChannels how many sensors a node can have there; they are numbered from 0
 * @param outputs the outputs that modules can switch; their number is their place here, from 0
 * @param qemuMachine the machine type that emulates the board in QEMU; empty if there is none
 * @param file the {@code board.json} that all this was read from
 */
public record Board(String name, String title, String arch, String os, String core, Target target, long cpuHz, Optional<Memory> flash,
        Optional<Memory> ram, Optional<Memory> externalRam, List<Uart> uarts, int sensorChannels, List<Output> outputs, Optional<String> qemuMachine,
        Path file) {

    /** The {@link #os} of boards where nothing runs below the runtime. */
    public static final String NO_OS = "none";

    public Board {
        uarts = List.copyOf(uarts);
        outputs = List.copyOf(outputs);
    }

    /**
     * What LLVM calls the processor.
     *
     * @param triple such as {@code thumbv7m-none-eabi}
     * @param cpu such as {@code cortex-m3}
     * @param features LLVM's list of features, such as {@code +vfp4d16sp}; empty for those of the processor
     * @param floatAbi {@code soft} or {@code hard}
     */
    public record Target(String triple, String cpu, String features, String floatAbi) {
    }

    /**
     * A range of addresses.
     *
     * @param origin the first address
     * @param size in bytes
     */
    public record Memory(long origin, long size) {
    }

    /**
     * A serial line.
     *
     * @param role what ThingSpire uses it for: {@link #CONSOLE}, {@link #LINK} or {@link #SENSOR}
     * @param driver the part of the runtime that drives it
     * @param base address of its registers; like all that follows, not of a hosted board
     * @param clockHz what feeds its baud rate generator, in hertz
     * @param baud bits per second
     * @param irqs its interrupts' numbers, from 0; the first is that for received bytes
     */
    public record Uart(String role, String driver, long base, long clockHz, long baud, List<Integer> irqs) {

        /** The line on which the node prints. */
        public static final String CONSOLE = "console";
        /** A line that can carry a link to another node. */
        public static final String LINK = "link";
        /** A line on which recorded sensor values come in. */
        public static final String SENSOR = "sensor";
    }

    /**
     * What modules can switch.
     *
     * @param name for people
     * @param driver the part of the runtime that drives it
     * @param base address of its registers; 0 if the driver needs none
     * @param bit which bit of these
     */
    public record Output(String name, String driver, long base, int bit) {
    }

    /** The numbers of the serial lines that the board has for a role. */
    public List<Integer> uartsFor(String role) {
        return IntStream.range(0, uarts.size()).filter(i -> uarts.get(i).role().equals(role)).boxed().toList();
    }

    /** Whether an operating system runs below the runtime; then memory and connections are not the board's. */
    public boolean isHosted() {
        return !os.equals(NO_OS);
    }
}
