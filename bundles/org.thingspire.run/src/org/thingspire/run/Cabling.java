// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.thingspire.board.Board;
import org.thingspire.builder.image.Image;
import org.thingspire.run.process.SocketFolder;
import org.thingspire.run.target.Uart;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;

/**
 * Which UART of which node leads where. Of a link's two ends, the node that is started first creates the socket: so it is
 * there when the other end wants to connect.
 */
final class Cabling {

    private final Deployment deployment;
    private final List<Image> startOrder;
    private final SocketFolder folder;

    /** @param images the nodes that will be started; the topology may have more */
    Cabling(Topology topology, List<Image> images, SocketFolder folder) {
        this.deployment = new Deployment(topology);
        // Emulators can create sockets, Linux nodes only connect to them.
        this.startOrder = images.stream().sorted(Comparator.comparing(image -> image.board().isHosted())).toList();
        this.folder = folder;
    }

    List<Image> startOrder() {
        return startOrder;
    }

    /** Where each of the UARTs of a node's board leads to. */
    List<Uart> uartsOf(Image image) throws IOException {
        Node node = node(image);
        List<Uart> uarts = new ArrayList<>();
        for (int i = 0; i < image.board().uarts().size(); i++) {
            uarts.add(switch (image.board().uarts().get(i).role()) {
                case Board.Uart.CONSOLE -> new Uart.Console();
                case Board.Uart.LINK -> linkOver(i, node, image);
                case Board.Uart.SENSOR -> hasRecordings(node) ? new Uart.Connecting(folder.socket(image.node() + ".sensors")) : new Uart.Open();
                default -> new Uart.Open();
            });
        }
        return uarts;
    }

    Node node(Image image) {
        return deployment.topology().getNodes().stream().filter(node -> node.getName().equals(image.node())).findFirst().orElseThrow();
    }

    /** Where recorded values for a node's sensors go; empty if it has none, or its board can't take any. */
    static Optional<Path> sensorSocket(Board board, List<Uart> uarts) {
        return IntStream.range(0, uarts.size()).filter(i -> board.uarts().get(i).role().equals(Board.Uart.SENSOR)).mapToObj(uarts::get)
                .flatMap(uart -> uart instanceof Uart.Connecting(Path socket) ? Stream.of(socket) : Stream.empty()).findFirst();
    }

    private Uart linkOver(int uart, Node node, Image image) throws IOException {
        for (Link link : deployment.linksOf(node)) {
            if (deployment.uartOf(link, node, image.board()) == uart) {
                return end(link, image);
            }
        }
        return new Uart.Open();
    }

    private Uart end(Link link, Image image) throws IOException {
        String peer = Deployment.peerOf(link, node(image)).getName();
        Optional<Image> other = startOrder.stream().filter(candidate -> candidate.node().equals(peer)).findFirst();
        if (other.isEmpty()) {
            return new Uart.Open();
        }
        boolean first = startOrder.indexOf(image) < startOrder.indexOf(other.get());
        return first ? new Uart.Listening(folder.socket(link.getName() + ".link")) : new Uart.Connecting(folder.socket(link.getName() + ".link"));
    }

    private static boolean hasRecordings(Node node) {
        return node.getSensors().stream().anyMatch(sensor -> sensor.getReplay() != null);
    }
}
