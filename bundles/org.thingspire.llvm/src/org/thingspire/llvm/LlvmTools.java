// SPDX-License-Identifier: EPL-2.0
package org.thingspire.llvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The LLVM programs that come with ThingSpire: where they are and how each is called. One folder holds the programs, the
 * libraries they load and clang's own headers; nothing of the machine's LLVM is ever used.
 */
public record LlvmTools(Path home) {

    private static final String FOLDER = "org/bytedeco/llvm/linux-x86_64";

    public LlvmTools {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * The programs beside these classes: the unpacked bundle in a workbench, the bundle's folder in a checkout, also if the classes are read
     * from the jar that the build has made of it.
     *
     * @throws IllegalStateException if they are not there, which means that the build of this bundle has not run
     */
    public static LlvmTools bundled() {
        Path start = classesFolder();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("clang"))) {
                return new LlvmTools(folder);
            }
            for (Path unpacked : List.of(folder.resolve(FOLDER), folder.resolve("classes").resolve(FOLDER))) {
                if (Files.exists(unpacked.resolve("clang"))) {
                    return new LlvmTools(unpacked);
                }
            }
        }
        throw new IllegalStateException("The LLVM programs are not unpacked beside " + start + "; build org.thingspire.llvm first.");
    }

    /** The version of all its parts; goes into the fingerprint of whatever they make. */
    public String version() {
        return "20.1.7";
    }

    public Path clang() {
        return program("clang");
    }

    /** The ELF linker. */
    public Path lld() {
        return program("ld.lld");
    }

    public Path archiver() {
        return program("llvm-ar");
    }

    public Path symbolizer() {
        return program("llvm-symbolizer");
    }

    /** Unpacking may lose the permission to execute, so it is given back on first use. */
    private Path program(String name) {
        Path program = home.resolve(name);
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true, false)) {
            throw new UncheckedIOException(new IOException("Can't make " + program + " executable"));
        }
        return program;
    }

    private static Path classesFolder() {
        try {
            return Path.of(LlvmTools.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
