// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.build.Installation;
import org.thingspire.build.Progress;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.wiring.NodeWiring;
import org.thingspire.build.wiring.WiringWriter;

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
