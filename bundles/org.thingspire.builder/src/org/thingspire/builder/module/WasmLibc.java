// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.builder.toolchain.MissingPackageException;
import org.thingspire.problem.IoReason;

/**
 * The C library for modules, and the helpers that clang calls for what WebAssembly has no instruction for, such as arithmetic of
 * {@code long double}: Debian's wasi-libc and compiler-rt. A module that uses neither is built the same without them.
 *
 * @param include the headers
 * @param library where {@code libc.a} and the start files are
 * @param builtins compiler-rt's archive
 */
public record WasmLibc(Path include, Path library, Path builtins) {

    /** What Debian calls them; {@code releng/launch/packages.sh} installs them. */
    private static final String PACKAGES = "wasi-libc libclang-rt-14-dev-wasm32";
    private static final Path SYSTEM = Path.of("/usr");
    private static final String BUILTINS = "wasi/libclang_rt.builtins-wasm32.a";

    /** What is installed on this machine. */
    public static Optional<WasmLibc> installed() {
        return below(SYSTEM);
    }

    /** @param root laid out as Debian's {@code /usr} */
    static Optional<WasmLibc> below(Path root) {
        Path include = root.resolve("include/wasm32-wasi");
        Path library = root.resolve("lib/wasm32-wasi");
        return Files.isRegularFile(library.resolve("libc.a")) && Files.isDirectory(include)
                ? builtins(root.resolve("lib")).map(builtins -> new WasmLibc(include, library, builtins))
                : Optional.empty();
    }

    /** For a module that can't be built without them. */
    public static MissingPackageException missing() {
        return new MissingPackageException("The C library for modules", PACKAGES);
    }

    public Path archive() {
        return library.resolve("libc.a");
    }

    /** {@code printf} and {@code scanf} that know {@code long double}; they take 5 KB more, and 7 KB of stack. */
    Path longDoubleArchive() {
        return library.resolve("libc-printscan-long-double.a");
    }

    /** Defines {@code _start}, which calls {@code main}. */
    Path commandStart() {
        return library.resolve("crt1-command.o");
    }

    /** Defines {@code _initialize}, which prepares the library for exports to be called. */
    public Path reactorStart() {
        return library.resolve("crt1-reactor.o");
    }

    /** Debian has one for each version of LLVM; the newest is taken. */
    private static Optional<Path> builtins(Path libraries) {
        try (Stream<Path> folders = Files.list(libraries)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("llvm-\\d+"))
                    .sorted(Comparator.comparing(WasmLibc::version).reversed())
                    .flatMap(WasmLibc::resources).map(resources -> resources.resolve("lib").resolve(BUILTINS))
                    .filter(Files::isRegularFile).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + libraries + ": " + IoReason.of(e), e);
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring("llvm-".length()));
    }

    private static Stream<Path> resources(Path llvm) {
        Path folder = llvm.resolve("lib/clang");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + folder + ": " + IoReason.of(e), e);
        }
    }
}
