// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.RunningNode;
import org.thingspire.run.target.Target;
import org.thingspire.run.target.Uart;

/** Runs images of Linux boards as processes of this machine. */
public record LocalTarget() implements Target {

    @Override
    public RunningNode start(NodeStart start) throws IOException {
        return start.halted() ? DebuggedLocalNode.prepare(start, arguments(start)) : LocalNode.start(start, arguments(start));
    }

    /**
     * The port knows its UARTs as sockets that it connects to: {@code --uart 1=/tmp/thingspire123/serial.link}. It wants one for
     * each that it uses; where nothing listens there, it is like a cable that is not plugged in. Files of modules are beside the image.
     */
    private static List<String> arguments(NodeStart start) {
        List<String> arguments = new ArrayList<>(List.of("--files", start.image().elf().resolveSibling("files").toString()));
        for (int i = 0; i < start.uarts().size(); i++) {
            switch (start.uarts().get(i)) {
                case Uart.Connecting(Path socket) -> arguments.addAll(uart(i, socket));
                case Uart.Open() -> arguments.addAll(uart(i, start.folder().resolve("unplugged")));
                case Uart.Listening(Path socket) -> throw new IllegalArgumentException("a Linux node can't listen on " + socket);
                case Uart.Console() -> {}
            }
        }
        return arguments;
    }

    private static List<String> uart(int index, Path socket) {
        return List.of("--uart", index + "=" + socket);
    }
}
