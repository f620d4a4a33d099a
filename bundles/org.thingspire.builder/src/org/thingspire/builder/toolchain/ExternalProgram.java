// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine (not bundled with ThingSpire) and the Debian package that has it. */
public enum ExternalProgram {

    QEMU_ARM("qemu-system-arm", "qemu-system-arm"),
    GDB("gdb-multiarch", "gdb-multiarch"),
    /** Runs the debug adapter. */
    NODE("node", "nodejs"),
    /** Asked for the place of libgcc and newlib; it compiles nothing. */
    ARM_GCC("arm-none-eabi-gcc", "gcc-arm-none-eabi libnewlib-arm-none-eabi"),
    /** Debian's libc for Linux nodes comes with it. */
    HOST_GCC("gcc", "gcc"),
    WAT2WASM("wat2wasm", "wabt");

    private final String command;
    private final String debianPackage;

    ExternalProgram(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    public String command() {
        return command;
    }

    /** One or more package names, separated by spaces, as apt-get takes them. */
    public String debianPackage() {
        return debianPackage;
    }

    /** Where it is: the file that the system property {@code thingspire.program.<command>} names, else the first on PATH. */
    public Optional<Path> find() {
        String named = System.getProperty("thingspire.program." + command);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return findOnPath();
    }

    /** Where it is if nothing is named: the first on PATH. */
    public Optional<Path> findOnPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @throws MissingProgramException if it is not installed */
    public Path require() {
        return find().orElseThrow(() -> new MissingProgramException(this));
    }
}
