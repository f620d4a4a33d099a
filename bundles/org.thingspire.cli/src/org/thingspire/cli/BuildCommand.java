// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.util.Map;

import org.thingspire.builder.image.Image;

import picocli.CommandLine.Command;

@Command(name = "build", description = "Build an image for each node, below <project>/build.")
final class BuildCommand extends ImagesCommand {

    BuildCommand(Context context) {
        super(context);
    }

    @Override
    protected void tell(Image image) {
        say("%s: %s", image.node(), image.elf());
        emit(Map.of("node", image.node(), "elf", image.elf().toString()));
    }
}
