// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.thingspire.builder.size.ImageRegions.Region;
import org.thingspire.builder.size.LinkFixture.Linked;

/** A node of two modules, wiring and a runtime in an archive, in as few lines of C as show every kind of owner. */
final class SampleImage {

    static final Region FLASH = new Region("FLASH", 0, 64 * 1024);
    static final Region RAM = new Region("RAM", 0x2000_0000, 32 * 1024);
    static final ImageRegions BOARD = ImageRegions.board(FLASH, RAM);
    static final OwnerRules RULES = new OwnerRules(Map.of(Path.of("control.o"), "control", Path.of("probe.o"), "probe"),
            Set.of(Path.of("wiring.o")), Path.of("libthingspire.a"), OwnerRules::folderOf);

    static final int CONTROL_MEMORY = 8192;
    static final int TICK_STACK = 2048;
    static final int SERVE_STACK = 512;
    static final int LONE_STACK = 256;
    static final int MAIN_STACK = 1024;

    private static final String CONTROL = """
        int state = 42;
        const char *shared = "the same words";
        int common;
        __attribute__((aligned(64))) char memory[%d] __asm__("control.memory");
        int control_update(int n) { memory[n]++; return state += common++; }
        """.formatted(CONTROL_MEMORY);
    private static final String PROBE = """
        const unsigned short table[3] = {1, 2, 3};
        char odd;
        short memory[21] __asm__("probe.memory") = {1};
        const char *probe_name(void) { return "the same words"; }
        int probe_read(int n) { odd++; return table[n] + memory[n]; }
        """;
    private static final String WIRING = """
        #define STACK(name, size) __attribute__((section(".bss.stack"), used)) static char name[size]
        STACK(tick_stack, %d);
        STACK(serve_stack, %d);
        extern int gate(int);
        int wiring(int n) { tick_stack[n] = serve_stack[n]; return gate(n); }
        """.formatted(TICK_STACK, SERVE_STACK);
    private static final String GATE = """
        extern int control_update(int), probe_read(int), step(int);
        extern const char *probe_name(void);
        int gate(int n) { return control_update(n) + probe_read(n) + step(n) + *probe_name(); }
        int never_called(int n) { return n / 3; }
        """;
    private static final String STEP = """
        static int steps;
        __attribute__((section(".bss.stack"), used)) static char stack[%d];
        int step(int n) { return steps += n; }
        """.formatted(LONE_STACK);
    private static final String START = """
        extern int wiring(int);
        void _start(void) { for (;;) { wiring(0); } }
        """;

    private static final String SCRIPT = """
        MEMORY { FLASH (rx) : ORIGIN = %d, LENGTH = %d  RAM (rwx) : ORIGIN = %d, LENGTH = %d }
        ENTRY(_start)
        SECTIONS {
          .text : { LONG(0x20001000) KEEP(*(.vectors)) *(.text .text.*) . = ALIGN(64); text_end = .; } > FLASH
          .rodata : { *(.rodata .rodata.*) } > FLASH
          .ARM.exidx : { *(.ARM.exidx*) } > FLASH
          .handler_stack (NOLOAD) : { . += 64; } > RAM
          .data : ALIGN(8) { data_start = .; *(.data .data.*) data_end = .; } > RAM AT> FLASH
          data_load = LOADADDR(.data);
          .bss (NOLOAD) : ALIGN(8) { *(.bss .bss.* COMMON) . = ALIGN(8); } > RAM
          .stack (NOLOAD) : ALIGN(8) { . += %d; stack_top = .; } > RAM
          ASSERT(stack_top > 0, "no stack")
        }
        """;

    private final LinkFixture fixture;

    SampleImage(LinkFixture fixture) {
        this.fixture = fixture;
    }

    /** The objects in an order to link them, the runtime as an archive. */
    List<Path> inputs(String... options) throws IOException, InterruptedException {
        return List.of(fixture.compile("wiring", WIRING, options), fixture.compile("control", CONTROL, options),
                fixture.compile("probe", PROBE, options), fixture.archive("libthingspire.a", fixture.compile("arch_start", START, options),
                        fixture.compile("kernel_invocation", GATE, options), fixture.compile("sched_step", STEP, options)));
    }

    Path script(Region flash, Region ram) throws IOException {
        return fixture.script("board.ld", SCRIPT.formatted(flash.start(), flash.size(), ram.start(), ram.size(), MAIN_STACK));
    }

    /** A link for the board with further options. */
    Linked forBoard(Object... options) throws IOException, InterruptedException {
        return link(script(FLASH, RAM), inputs("-fcommon"), options);
    }

    Linked link(Path script, List<Path> inputs, Object... options) throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of("-T", script, "-e", "_start", "-u", "_start", "--error-limit=0"));
        arguments.addAll(inputs);
        arguments.addAll(List.of(options));
        return fixture.link(arguments.toArray());
    }
}
