// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes modules from sources, in a folder of the test. Skips the test, visibly, where a tool is missing. */
public record Sources(Path folder) {

    /** From the text format, by wabt. */
    public byte[] wat(String text, String... flags) throws IOException, InterruptedException {
        Optional<Path> wat2wasm = Program.installed("wat2wasm");
        assumeTrue(wat2wasm.isPresent(), "wat2wasm is missing (Debian package wabt)");
        Files.writeString(folder.resolve("module.wat"), text);
        List<String> command = new ArrayList<>(List.of(wat2wasm.get().toString(), "module.wat", "-o", "module.wasm"));
        command.addAll(List.of(flags));
        Program.run(folder, command);
        return Files.readAllBytes(folder.resolve("module.wasm"));
    }

    /** From C, by the bundled clang, with debug information. */
    public byte[] c(String file, String text, String... flags) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(file), text);
        List<String> command = new ArrayList<>(List.of(clang().toString(), "--target=wasm32-unknown-unknown", "-g", "-c", file,
                "-o", "module.wasm.o"));
        command.addAll(List.of(flags));
        Program.run(folder, command);
        Program.run(folder, List.of(Program.llvm("ld.lld").orElseThrow().toString(), "-flavor", "wasm", "--no-entry", "module.wasm.o",
                "-o", "module.wasm"));
        return Files.readAllBytes(folder.resolve("module.wasm"));
    }

    public static Path clang() {
        Optional<Path> clang = Program.llvm("clang");
        assumeTrue(clang.isPresent(), "the bundled clang is missing: build org.thingspire.llvm first");
        return clang.get();
    }
}
