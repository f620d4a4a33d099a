// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.util.Map;

import org.thingspire.build.Image;
import org.thingspire.build.Installation;
import org.thingspire.build.Profile;
import org.thingspire.build.Project;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "build", description = "Build an image for each node, below <project>/build.")
final class BuildCommand extends ProjectCommand {

    @Option(names = "--node", paramLabel = "<node>", description = "Only this node.")
    private String node;

    BuildCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = context.installation();
        Project project = open(installation);
        for (Image image : build(installation, project, Profile.RELEASE, nodeNamed(project, node)).images()) {
            say("%s: %s", image.node(), image.elf());
            emit(Map.of("node", image.node(), "elf", image.elf().toString()));
        }
        return ExitCode.DONE;
    }
}
