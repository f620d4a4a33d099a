// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

class SensorRecordingTest {

    @TempDir
    Path folder;

    @Test
    void readsSamplesInOrder() throws IOException {
        SensorRecording recording = read("seconds,value\n0,20.5\n\n0.1, -3e1\r\n12,21\n");

        assertThat(recording.samples()).containsExactly(new Sample(0, 20.5), new Sample(0.1, -30), new Sample(12, 21));
    }

    @Test
    void reportsEveryBrokenLine() throws IOException {
        Path file = write("seconds,value\n0,20\nx,20\n1;20\n0.5,NaN\n2,20\n2,21\n-1,5\n3,22\n");

        UserException e = catchThrowableOfType(UserException.class, () -> SensorRecording.read(file));

        assertThat(e.problems()).extracting(Problem::toString).containsExactly(
                file + ":3: error: \"x\" is not a number. Write a decimal number such as 21.3.",
                file + ":4: error: line has 1 fields instead of 2: \"1;20\". Write seconds, a comma and the value.",
                file + ":5: error: \"NaN\" is not a number. Write a decimal number such as 21.3.",
                file + ":7: error: time does not increase: 2 comes after 2.0. Sort the samples by time.",
                file + ":8: error: time is negative: -1. Count seconds from the start of the recording.");
    }

    @Test
    void refusesFilesThatAreNoRecording() throws IOException {
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> SensorRecording.read(none)).isInstanceOf(UserException.class)
                .hasMessageContaining("file does not exist");
        assertThatThrownBy(() -> read("")).isInstanceOf(UserException.class)
                .hasMessageContaining("first line of the recording is not \"seconds,value\"");
        assertThatThrownBy(() -> read("0,20\n")).isInstanceOf(UserException.class).hasMessageContaining(":1: error: first line");
        assertThatThrownBy(() -> read("seconds,value\n")).isInstanceOf(UserException.class)
                .hasMessageContaining("recording holds no sample");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> SensorRecording.read(binary)).isInstanceOf(UserException.class).hasMessageContaining("not UTF-8 text");
    }

    private SensorRecording read(String text) throws IOException {
        return SensorRecording.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("room.csv"), text);
    }
}
