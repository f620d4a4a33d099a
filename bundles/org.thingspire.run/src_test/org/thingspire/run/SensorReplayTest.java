// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.thingspire.run.process.SocketFolder;
import org.thingspire.run.sensor.SensorReplay;
import org.thingspire.run.sensor.SensorReplay.Channel;
import org.thingspire.topology.sensor.Sample;
import org.thingspire.topology.sensor.SensorRecording;

/** The test is the node: it connects to the replay as a sensor UART would. */
class SensorReplayTest {

    private SocketFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = SocketFolder.create();
    }

    @AfterEach
    void deleteFolder() {
        folder.close();
    }

    @Test
    void nothingIsSentBeforeTheNodeIsReady() throws Exception {
        try (SensorReplay replay = replay(1, new Sample(0, 1)); SocketChannel uart = connect()) {
            assertNothingComes(uart);
            replay.nodeIsReady();
            assertThat(reader(uart).readLine()).isEqualTo("3 1");
        }
    }

    @Test
    void recordingStandsStillWhileTheNodeIsHalted() throws Exception {
        try (SensorReplay replay = replay(1, new Sample(0, 1)); SocketChannel uart = connect()) {
            replay.nodeIsRunning(false);
            replay.nodeIsReady();
            assertNothingComes(uart);
            replay.nodeIsRunning(true);
            assertThat(reader(uart).readLine()).isEqualTo("3 1");
        }
    }

    @Test
    void nodeThatDoesNotReadMakesTheReplayWaitAndLosesNothing() throws Exception {
        int count = 100_000;
        Sample[] samples = IntStream.range(0, count).mapToObj(i -> new Sample(i * 1e-9, i)).toArray(Sample[]::new);
        try (SensorReplay replay = replay(1, samples); SocketChannel uart = connect()) {
            replay.nodeIsReady();
            Thread.sleep(100);
            BufferedReader lines = reader(uart);
            for (int i = 0; i < count; i++) {
                assertThat(lines.readLine()).isEqualTo("3 " + i);
            }
        }
    }

    /** An hour's recording would keep it. */
    @Test
    @Timeout(Lines.PATIENCE_S)
    void closingStopsAtOnce() throws Exception {
        Sample[] more = IntStream.range(0, 100_000).mapToObj(i -> new Sample(i * 1e-9, i)).toArray(Sample[]::new);
        try (SensorReplay waitingForNode = replay(1, new Sample(0, 1))) {
            waitingForNode.nodeIsReady();
        }
        folder.close();
        folder = SocketFolder.create();
        try (SensorReplay waitingForTime = replay(1, new Sample(3600, 1)); SocketChannel uart = connect()) {
            waitingForTime.nodeIsReady();
        }
        folder.close();
        folder = SocketFolder.create();
        try (SensorReplay waitingForReader = replay(1, more); SocketChannel uart = connect()) {
            waitingForReader.nodeIsReady();
            Thread.sleep(50);
        }
    }

    @Test
    void numbersAreSentWithoutExponents() throws Exception {
        try (SensorReplay replay = replay(1e9, new Sample(0, 1e-5), new Sample(1, -1.5e8), new Sample(2, 0.1f), new Sample(3, 1e-30));
                SocketChannel uart = connect()) {
            replay.nodeIsReady();
            BufferedReader lines = reader(uart);
            assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine(), lines.readLine()))
                    .containsExactly("3 0.00001", "3 -150000000", "3 0.100000001", "3 0");
        }
    }

    private SensorReplay replay(double speed, Sample... samples) throws IOException {
        SensorRecording recording = new SensorRecording(Path.of("test.csv"), List.of(samples));
        return new SensorReplay("controller", folder.socket("sensors"), List.of(new Channel(3, recording)), speed);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(folder.socket("sensors")));
    }

    private static void assertNothingComes(SocketChannel uart) throws Exception {
        Thread.sleep(50);
        uart.configureBlocking(false);
        assertThat(uart.read(ByteBuffer.allocate(1))).isZero();
        uart.configureBlocking(true);
    }

    private static BufferedReader reader(SocketChannel uart) {
        return new BufferedReader(Channels.newReader(uart, StandardCharsets.US_ASCII));
    }
}
