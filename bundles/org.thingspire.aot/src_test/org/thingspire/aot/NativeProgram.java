// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.List;


/** Compiles a module for this machine, links it with a C program that calls it, and runs that. */
record NativeProgram(Path folder) {

    /** For the C program: {@code trapped(f)} gives 0, or the kind of trap that f ended with, at {@code trap_address}. */
    private static final String PRELUDE = """
            #define _GNU_SOURCE
            #include <setjmp.h>
            #include <signal.h>
            #include <stdint.h>
            #include <stdio.h>
            #include <ucontext.h>
            extern char __executable_start[];
            static sigjmp_buf back;
            static uintptr_t trap_address;
            static void on_trap(int number, siginfo_t *info, void *context) {
                (void)number;
                (void)info;
                const uint8_t *code = (const uint8_t *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
                trap_address = (uintptr_t)code - (uintptr_t)__executable_start;
                siglongjmp(back, code[2]);
            }
            __attribute__((unused)) static int trapped(void (*f)(void)) {
                struct sigaction action = { .sa_sigaction = on_trap, .sa_flags = SA_SIGINFO };
                sigaction(SIGILL, &action, NULL);
                int kind = sigsetjmp(back, 1);
                if (kind == 0) {
                    f();
                }
                return kind;
            }
            """;

    /** Returns what it printed. */
    String run(byte[] wasm, CompileOptions options, String main) throws IOException, InterruptedException, CompileException {
        Optional<Path> gcc = Program.installed("gcc");
        assumeTrue(gcc.isPresent(), "gcc is missing");
        Files.write(folder.resolve("module.o"), AotCompiler.compile(wasm, CodeTarget.LINUX_X86_64, options).object());
        Files.writeString(folder.resolve("main.c"), PRELUDE + main);
        Program.run(folder, List.of(Sources.clang().toString(), "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-c", "main.c",
                "-o", "main.o"));
        Program.run(folder, List.of(gcc.get().toString(), "-o", "program", "main.o", "module.o", "-lm"));
        return Program.run(folder, List.of("./program"));
    }

    /** The innermost function and the line of an address in the program that ran last, counted from its start: {@code name file:line}. */
    String position(String hexAddress) throws IOException, InterruptedException {
        Optional<Path> symbolizer = Program.llvm("llvm-symbolizer");
        assumeTrue(symbolizer.isPresent(), "the bundled llvm-symbolizer is missing");
        List<String> lines = Program.run(folder, List.of(symbolizer.get().toString(), "--obj=program", "--functions=short", "--basenames",
                hexAddress)).lines().toList();
        return lines.get(0) + " " + lines.get(1).replaceFirst(":\\d+$", "");
    }
}
