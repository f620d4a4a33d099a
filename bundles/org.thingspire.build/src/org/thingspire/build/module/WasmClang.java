// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.build.Installation;
import org.thingspire.build.Profile;
import org.thingspire.build.Progress;
import org.thingspire.build.step.DependencyFile;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.tool.Command;
import org.thingspire.topology.Problem;
import org.thingspire.topology.UserException;

/** Compiles one C file to a relocatable WebAssembly object. */
final class WasmClang {

    private final Installation installation;
    private final Path projectFolder;
    private final Progress progress;
    private final List<String> flags;

    /** Ends a step that made nothing. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        RefusedException(List<Problem> problems) {
            this.problems = problems;
        }
    }

    WasmClang(Installation installation, Path projectFolder, Bindings bindings, Profile profile, Progress progress) {
        this.installation = installation;
        this.projectFolder = projectFolder;
        this.progress = progress;
        // WebAssembly 1.0 and the two extensions that make C cheaper at no cost for the translation to machine code.
        this.flags = List.of("--target=wasm32-unknown-unknown", "-mcpu=mvp", "-msign-ext", "-mnontrapping-fptoint",
                "-std=gnu17", profile == Profile.DEBUG ? "-O0" : "-O2", "-g", "-ffreestanding", "-fno-ident",
                "-ffunction-sections", "-fdata-sections", "-Wall", "-Wextra", "-fno-color-diagnostics",
                // Else clang takes for granted that nobody divides by zero, where it sees that somebody does.
                "-fsanitize=integer-divide-by-zero", "-fno-sanitize-recover=integer-divide-by-zero", "-fsanitize-minimal-runtime",
                "-fdebug-compilation-dir=.", "-ffile-prefix-map=" + installation.runtime() + "=thingspire",
                "-isystem" + installation.sdk().resolve("include"), "-I" + projectFolder.relativize(bindings.folder()));
    }

    /** The object's file name: sources of one module have different names. */
    static String objectName(Path source) {
        String fileName = source.getFileName().toString();
        return fileName.substring(0, fileName.lastIndexOf('.')) + ".o";
    }

    /**
     * What clang has to say about the source: errors, or the warnings of this compilation or of the one that made the object.
     *
     * @param source relative to the project, as it is to appear in debug information; or absolute
     * @throws UserException if it is not the source that is wrong, but what the object is written to
     */
    List<Problem> compile(String module, Path source, Path object) throws InterruptedException {
        ToolMessages messages = new ToolMessages(module, projectFolder, projectFolder.resolve(source));
        Path printed = object.resolveSibling(object.getFileName() + ".messages");
        Path dependencies = object.resolveSibling(object.getFileName() + ".d");
        String inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags).add(source)
                .addFile(projectFolder.resolve(source)).hex();
        try {
            new Step(object).run(inputs, output -> {
                progress.working("compile " + (source.isAbsolute() ? module + "'s " + source.getFileName() : source));
                Command.Outcome outcome = Command.of(installation.llvm().clang())
                        .addAll(flags).add("-c", source, "-o", output, "-MD", "-MF", dependencies)
                        .in(projectFolder).run();
                if (!outcome.succeeded()) {
                    throw new RefusedException(messages.failure(outcome, "clang"));
                }
                Files.writeString(printed, outcome.output());
                return DependencyFile.read(dependencies, projectFolder);
            });
            return messages.parse(Files.readString(printed));
        } catch (RefusedException e) {
            return e.problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
