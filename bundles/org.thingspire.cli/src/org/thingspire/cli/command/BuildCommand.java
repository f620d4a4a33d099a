// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.util.Map;

import org.thingspire.builder.image.Image;
import org.thingspire.cli.console.Context;

import picocli.CommandLine.Command;

@Command(name = "build", description = "Build an image for each node, below <project>/build.")
public final class BuildCommand extends ImagesCommand {

    public BuildCommand(Context context) {
        super(context);
    }

    @Override
    protected void tell(Image image) {
        say("%s: %s", image.node(), image.elf());
        emit(Map.of("node", image.node(), "elf", image.elf().toString()));
    }
}
