// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.GuardedMemories;
import org.thingspire.aot.api.TrapKind;

/** Compiles a module for this machine, links it with a C program that calls it, and runs that. */
public record NativeProgram(Path folder) {

    private static final Path RUNTIME = Path.of("../../runtime").toAbsolutePath();

    /** For the C program: {@code trapped(f)} gives 0, or the kind of trap that f ended with, at {@code trap_address}. */
    private static final String PRELUDE = """
            #define _GNU_SOURCE
            #include <setjmp.h>
            #include <signal.h>
            #include <stdint.h>
            #include <stdio.h>
            #include <ucontext.h>
            #include "os/linux/memory.h"
            enum { OUT_OF_BOUNDS_MEMORY = %d };
            static sigjmp_buf back;
            static uintptr_t trap_address;
            static void on_trap(int number, siginfo_t *info, void *context) {
                if (number == SIGSEGV && ts_memory_open_grown((uintptr_t)info->si_addr)) {
                    return;
                }
                const uint8_t *code = (const uint8_t *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
                trap_address = (uintptr_t)code;
                siglongjmp(back, number == SIGSEGV && ts_memory_out_of_bounds((uintptr_t)info->si_addr) ? OUT_OF_BOUNDS_MEMORY : code[2]);
            }
            __attribute__((constructor)) static void catch_traps(void) {
                struct sigaction action = { .sa_sigaction = on_trap, .sa_flags = SA_SIGINFO };
                sigaction(SIGILL, &action, NULL);
                sigaction(SIGSEGV, &action, NULL);
            }
            __attribute__((unused)) static int trapped(void (*f)(void)) {
                int kind = sigsetjmp(back, 1);
                if (kind == 0) {
                    f();
                }
                return kind;
            }
            """.formatted(TrapKind.OUT_OF_BOUNDS_MEMORY.number());

    /** Returns what it printed. */
    public String run(byte[] wasm, CompileOptions options, String main) throws IOException, InterruptedException, CompileException {
        return run(Map.of(options.name(), AotCompiler.compile(wasm, CodeTarget.LINUX_X86_64, options).object()), main);
    }

    /**
     * Returns what it printed.
     *
     * @param objects compiled modules by the names of their placements
     */
    public String run(Map<String, byte[]> objects, String main) throws IOException, InterruptedException {
        Optional<Path> gcc = Program.installed("gcc");
        assumeTrue(gcc.isPresent(), "gcc is missing");
        List<String> link = new ArrayList<>(List.of(gcc.get().toString(), "-no-pie", "-D_GNU_SOURCE", "-o", "program", "main.o"));
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            Files.write(folder.resolve(object.getKey() + ".o"), object.getValue());
            link.add(object.getKey() + ".o");
        }
        link.addAll(List.of(RUNTIME.resolve("os/linux/memory.c").toString(), "memories.ld", "-lm"));
        Files.writeString(folder.resolve("main.c"), PRELUDE + main);
        Program.run(folder, List.of(Sources.clang().toString(), "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-I" + RUNTIME,
                "-c", "main.c", "-o", "main.o"));
        Files.writeString(folder.resolve("memories.ld"), GuardedMemories.linkerScript(objects.keySet()));
        Program.run(folder, link);
        return Program.run(folder, List.of("./program"));
    }

    /** The innermost function and the line of an address in the program that ran last: {@code name file:line}. */
    public String position(String hexAddress) throws IOException, InterruptedException {
        Optional<Path> symbolizer = Program.llvm("llvm-symbolizer");
        assumeTrue(symbolizer.isPresent(), "the bundled llvm-symbolizer is missing");
        List<String> lines = Program.run(folder, List.of(symbolizer.get().toString(), "--obj=program", "--functions=short", "--basenames",
                hexAddress)).lines().toList();
        return lines.get(0) + " " + lines.get(1).replaceFirst(":\\d+$", "");
    }
}
