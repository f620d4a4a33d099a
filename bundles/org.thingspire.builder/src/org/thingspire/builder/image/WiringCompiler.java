// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.wiring.NodeWiring;
import org.thingspire.builder.wiring.WiringWriter;

/** Makes a node's wiring: C source, then object. */
public final class WiringCompiler {

    private final Installation installation;
    private final Progress progress;

    public WiringCompiler(Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    public Path compile(NodeWiring wiring, RuntimeLibrary runtime, Path nodeFolder) throws InterruptedException {
        Path source = nodeFolder.resolve("wiring.c");
        String text = WiringWriter.write(wiring);
        new Step(source).run(new Fingerprint().add(text).hex(), output -> {
            Files.writeString(output, text);
            return List.of();
        });
        return new ClangCompiler(installation).compile(source, runtime.clangFlags(), nodeFolder.resolve("wiring.o"),
                () -> progress.working("wire node " + wiring.node()));
    }
}
