// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.thingspire.aot.CodeTarget;

/**
 * A Cortex-M in QEMU.
 *
 * @param machine   QEMU's name for the board
 * @param processor flags that clang and gcc share
 */
public record Mps2Platform(String machine, CodeTarget target, List<String> processor, Path clang, Path linker, Path emulator)
        implements Platform {

    private static final long MEMORY = 15L << 20;
    private static final long GROWTH = 8 * 65_536L;

    /** They grow a memory by 19 MiB or more; the boards have 16 MiB of RAM. */
    private static final Map<String, Set<Integer>> LARGE_GROWTH = Map.of(
            "call", Set.of(359), "call_indirect", Set.of(603), "local_tee", Set.of(345), "memory_grow", Set.of(45, 48), "nop", Set.of(382));

    /** Software floating point. */
    public static Optional<Platform> findM3() {
        return find("mps2-an385", CodeTarget.CORTEX_M3, List.of("-mcpu=cortex-m3", "-mthumb"));
    }

    /** Single precision in hardware. */
    public static Optional<Platform> findM4F() {
        return find("mps2-an386", CodeTarget.CORTEX_M4F, List.of("-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"));
    }

    private static Optional<Platform> find(String machine, CodeTarget target, List<String> processor) {
        return Program.llvm("clang").flatMap(clang -> Program.installed("arm-none-eabi-gcc").flatMap(gcc -> Program
                .installed("qemu-system-arm").map(qemu -> new Mps2Platform(machine, target, processor, clang, gcc, qemu))));
    }

    @Override
    public long memory() {
        return MEMORY;
    }

    @Override
    public OptionalLong growthBudget(long initialBytes) {
        return OptionalLong.of(initialBytes + GROWTH);
    }

    @Override
    public boolean isTooSmallFor(String script, int line) {
        return LARGE_GROWTH.getOrDefault(script, Set.of()).contains(line);
    }

    @Override
    public String run(Path folder) throws IOException, InterruptedException {
        Program.run(folder, command(List.of(clang.toString(), "--target=arm-none-eabi"),
                List.of("-std=c11", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-c", "script.c", "-o", "script.o")));
        for (String source : List.of("spec", "spectest", "mps2")) {
            Program.run(folder, command(List.of(linker.toString()),
                    List.of("-std=gnu11", "-Wall", "-Wextra", "-Werror", "-O1", "-c", source + ".c", "-o", source + ".o")));
        }
        Program.run(folder, List.of("sh", "-c", linker + " " + String.join(" ", processor)
                + " -nostartfiles -T mps2.ld -o driver.elf *.o -lm"));
        return Program.run(folder, List.of(emulator.toString(), "-M", machine, "-kernel", "driver.elf", "-display", "none",
                "-monitor", "none", "-serial", "none", "-semihosting-config", "enable=on,target=native"));
    }

    private List<String> command(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(processor);
        command.addAll(arguments);
        return command;
    }
}
