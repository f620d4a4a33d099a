// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.build.Installation;
import org.thingspire.build.step.DependencyFile;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.tool.Command;

/** Compiles our own C: runtime and wiring. If clang refuses it, that is our bug and not the user's. */
final class ClangCompiler {

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
                throw new IllegalStateException("clang refuses " + source + ":\n" + outcome.output());
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
