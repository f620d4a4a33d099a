// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.thingspire.aot.CodeTarget;

/** A Cortex-M3 in QEMU, with software floating point. */
record Mps2Platform(Path clang, Path linker, Path emulator) implements Platform {

    private static final long MEMORY = 15L << 20;

    static Optional<Platform> find() {
        return Program.llvm("clang").flatMap(clang -> Program.installed("arm-none-eabi-gcc").flatMap(gcc -> Program
                .installed("qemu-system-arm").map(qemu -> new Mps2Platform(clang, gcc, qemu))));
    }

    @Override
    public CodeTarget target() {
        return CodeTarget.CORTEX_M3;
    }

    @Override
    public long memory() {
        return MEMORY;
    }

    @Override
    public String run(Path folder) throws IOException, InterruptedException {
        Program.run(folder, List.of(clang.toString(), "--target=thumbv7m-none-eabi", "-mcpu=cortex-m3", "-std=c11", "-Wall", "-Wextra",
                "-Werror", "-ffreestanding", "-c", "script.c", "-o", "script.o"));
        for (String source : List.of("spec", "mps2")) {
            Program.run(folder, List.of(linker.toString(), "-mcpu=cortex-m3", "-mthumb", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-O1",
                    "-c", source + ".c", "-o", source + ".o"));
        }
        Program.run(folder, List.of("sh", "-c", linker + " -mcpu=cortex-m3 -mthumb -nostartfiles -T mps2.ld -o driver.elf *.o -lm"));
        return Program.run(folder, List.of(emulator.toString(), "-M", "mps2-an385", "-kernel", "driver.elf", "-display", "none",
                "-monitor", "none", "-serial", "none", "-semihosting-config", "enable=on,target=native"));
    }
}
