// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.step.DependencyFile;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.toolchain.Command;

/** Compiles our own C: runtime and wiring. If clang refuses it, that is our bug, or the board's description leads it astray. */
final class ClangCompiler {

    /** clang refuses our own C. */
    static final class RefusedException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        RefusedException(Path source, String output) {
            super("clang refuses " + source + ":\n" + output);
        }

        /** The first error that clang printed. */
        String firstError() {
            return getMessage().lines().filter(line -> line.contains("error: ")).findFirst()
                    .map(line -> line.substring(line.indexOf("error: ") + "error: ".length())).orElse(getMessage());
        }
    }

    private final Installation installation;

    ClangCompiler(Installation installation) {
        this.installation = installation;
    }

    /** @param announce called if there is something to do */
    Path compile(Path source, List<String> flags, Path object, Runnable announce) throws InterruptedException {
        Path folder = object.getParent();
        String inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags).add(source).addFile(source).hex();
        new Step(object).run(inputs, output -> {
            announce.run();
            Path dependencies = output.resolveSibling(output.getFileName() + ".d");
            Command.Outcome outcome = Command.of(installation.llvm().clang()).addAll(flags)
                    .add("-c", source, "-o", output.getFileName(), "-MD", "-MF", dependencies).in(folder).run();
            if (!outcome.succeeded()) {
                throw new RefusedException(source, outcome.output());
            }
            try {
                return DependencyFile.read(dependencies, folder);
            } finally {
                Files.delete(dependencies);
            }
        });
        return object;
    }
}
