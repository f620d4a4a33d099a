// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.sensor;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.run.process.SocketFolder;
import org.thingspire.topology.sensor.SensorRecording;

/**
 * Stands in for a node's sensors: sends recorded samples to its sensor UART, each as a line {@code <channel> <value>}, at the pace
 * at which they were recorded. A node that does not read makes the replay wait; no sample is lost.
 */
public final class SensorReplay implements AutoCloseable {

    /**
     * What one sensor measured.
     *
     * @param channel the number by which modules read the sensor
     */
    public record Channel(int channel, SensorRecording recording) {
    }

    private record Line(double seconds, String text) {
    }

    /** As many as a float can tell apart. */
    private static final MathContext FLOAT_DIGITS = new MathContext(9);
    /** What is smaller is 0. Nodes take lines of up to 32 characters. */
    private static final int MAX_DECIMALS = 20;

    private final ServerSocketChannel server;
    private final List<Line> lines;
    private final ReplayClock clock;
    private final Thread thread;

    /**
     * Listens at once; sends from {@link #nodeIsReady} on.
     *
     * @param socket where the node's sensor UART will connect to
     * @param speed above 0, see {@link ReplayClock}
     */
    public SensorReplay(String node, Path socket, List<Channel> channels, double speed) throws IOException {
        this.lines = channels.stream().flatMap(SensorReplay::lines).sorted(Comparator.comparingDouble(Line::seconds)).toList();
        this.clock = new ReplayClock(speed);
        this.server = SocketFolder.listen(socket);
        this.thread = Thread.ofPlatform().daemon().name("sensors of " + node).start(this::replay);
    }

    public void nodeIsReady() {
        clock.begin();
    }

    public void nodeIsRunning(boolean running) {
        clock.halt(!running);
    }

    /** Stops at once, also in the middle of a recording. */
    @Override
    public void close() {
        // Interrupting a thread that uses a channel closes that channel, whatever the thread waits for.
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replay() {
        try (server; SocketChannel uart = server.accept()) {
            for (Line line : lines) {
                clock.await(line.seconds());
                ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line.text());
                while (bytes.hasRemaining()) {
                    uart.write(bytes);
                }
            }
            awaitEnd(uart);
        } catch (IOException | InterruptedException e) {
            // The node is gone, or we were closed: either way somebody else reports it.
        }
    }

    /** The data are at their end but the sensor is not unplugged: a node would take that for a fault. */
    private static void awaitEnd(SocketChannel uart) throws IOException {
        ByteBuffer ignored = ByteBuffer.allocate(64);
        while (uart.read(ignored.clear()) >= 0) {
            // Nodes have nothing to say to their sensors.
        }
    }

    private static Stream<Line> lines(Channel channel) {
        return channel.recording().samples().stream()
                .map(sample -> new Line(sample.seconds(), channel.channel() + " " + decimal(sample.value()) + "\n"));
    }

    /** Nodes understand no exponents. */
    private static String decimal(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FLOAT_DIGITS);
        return rounded.setScale(Math.min(rounded.scale(), MAX_DECIMALS), RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
