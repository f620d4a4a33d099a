// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompilerFailure;

/**
 * What somebody needs who shall find out why the compiler failed: a folder with {@code module.wasm}, {@code options.txt} and
 * {@code errors.txt}.
 *
 * @param folder made if it isn't there; files of an earlier failure are replaced
 */
record Reproducer(Path folder) {

    /** @return the exception that tells the user where the folder is; with a cause if it could not be made */
    CompilerFailure write(byte[] wasm, CodeTarget target, CompileOptions options, String failure, String errors) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("module.wasm"), wasm);
            Files.writeString(folder.resolve("options.txt"), "%s%n%s%n".formatted(target, options));
            Files.writeString(folder.resolve("errors.txt"), failure + System.lineSeparator() + errors);
        } catch (IOException e) {
            return new CompilerFailure(failure + ". What it was given could not be kept", e);
        }
        return new CompilerFailure("%s. What it was given is in %s; please report it with these files".formatted(failure,
                folder.toAbsolutePath()));
    }
}
