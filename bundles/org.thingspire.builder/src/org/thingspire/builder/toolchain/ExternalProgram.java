// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of the machine (not bundled with ThingSpire) and the Debian package that has it. */
public enum ExternalProgram {

    QEMU_ARM("qemu-system-arm", "qemu-system-arm", "QEMU emulator version .*"),
    GDB("gdb-multiarch", "gdb-multiarch", "GNU gdb .*"),
    /** Runs the debug adapter. */
    NODE("node", "nodejs", "v\\d+(\\.\\d+)+.*"),
    /** Asked for the place of libgcc and newlib; it compiles nothing. */
    ARM_GCC("arm-none-eabi-gcc", "gcc-arm-none-eabi libnewlib-arm-none-eabi", ".*gcc.*"),
    /** Debian's libc for Linux nodes comes with it. */
    HOST_GCC("gcc", "gcc", ".*gcc.*"),
    WAT2WASM("wat2wasm", "wabt", "\\d+(\\.\\d+)+.*");

    private final String command;
    private final String debianPackage;
    private final Pattern announcement;

    /** @param announcement how its answer to {@code --version} begins */
    ExternalProgram(String command, String debianPackage, String announcement) {
        this.command = command;
        this.debianPackage = debianPackage;
        this.announcement = Pattern.compile(announcement);
    }

    public String command() {
        return command;
    }

    /** One or more package names, separated by spaces, as apt-get takes them. */
    public String debianPackage() {
        return debianPackage;
    }

    /** Whether this program, and no other, begins its answer to {@code --version} with that line. */
    public boolean announcesItselfAs(String line) {
        return announcement.matcher(line).matches();
    }

    /** Where it is if nothing is named: the first on PATH. */
    public Optional<Path> findOnPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
