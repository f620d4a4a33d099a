// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import org.thingspire.problem.AtomicFile;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * Tells editors how each C source of a project is compiled, so that they find {@code thingspire.h} and what is generated: clangd and all
 * that read a {@code compile_commands.json} look for it in {@code build}.
 *
 * @see <a href="https://clang.llvm.org/docs/JSONCompilationDatabase.html">JSON Compilation Database Format Specification</a>
 */
final class CompilationDatabase {

    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * One source; the names are those of the format.
     *
     * @param directory where relative paths in the arguments begin; absolute
     * @param file the source, absolute
     * @param arguments the compiler and what it is called with
     */
    record Entry(String directory, String file, List<String> arguments) {
    }

    private CompilationDatabase() {
    }

    /** @throws UserException if the file can not be written */
    static void write(List<Entry> entries, Path file) {
        String text = JSON.toJson(entries) + "\n";
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) { // clangd indexes again when it is written
                Files.createDirectories(file.getParent());
                AtomicFile.write(file, text);
            }
        } catch (IOException e) {
            throw new UserException(Problem.error(file, "file can not be written (" + IoReason.of(e) + ")",
                    "Check that you may write there and that the disk is not full."));
        }
    }
}
