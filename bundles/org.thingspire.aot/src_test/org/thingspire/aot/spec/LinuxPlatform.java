// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.thingspire.aot.CodeTarget;

/** This machine: the driver is an ordinary program. */
public record LinuxPlatform(Path clang, Path linker) implements Platform {

    private static final long MEMORY = 1L << 30;

    public static Optional<Platform> find() {
        return Program.llvm("clang").flatMap(clang -> Program.installed("gcc").map(gcc -> new LinuxPlatform(clang, gcc)));
    }

    @Override
    public CodeTarget target() {
        return CodeTarget.LINUX_X86_64;
    }

    @Override
    public long memory() {
        return MEMORY;
    }

    @Override
    public OptionalLong growthBudget(long initialBytes) {
        return OptionalLong.empty();
    }

    @Override
    public boolean isTooSmallFor(String script, int line) {
        return false;
    }

    @Override
    public String run(Path folder) throws IOException, InterruptedException {
        for (String source : List.of("script", "spec", "spectest", "linux")) {
            Program.run(folder, List.of(clang.toString(), "-std=c11", "-Wall", "-Wextra", "-Werror", "-c", source + ".c",
                    "-o", source + ".o"));
        }
        Program.run(folder, List.of("sh", "-c", linker + " -o driver *.o -lm"));
        return Program.run(folder, List.of("./driver"));
    }
}
