// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import org.thingspire.builder.Project;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;

import picocli.CommandLine.Option;

/** A command that builds the images of all nodes or of one, and tells something of each. */
abstract class ImagesCommand extends ProjectCommand {

    @Option(names = "--node", paramLabel = "<node>", description = "Only this node.")
    private String node;

    protected ImagesCommand(Context context) {
        super(context);
    }

    @Override
    public final Integer call() throws InterruptedException {
        Installation installation = context.installation();
        Project project = open(installation);
        build(installation, project, Profile.RELEASE, nodeNamed(project, node)).images().forEach(this::tell);
        return ExitCode.DONE;
    }

    protected abstract void tell(Image image);
}
