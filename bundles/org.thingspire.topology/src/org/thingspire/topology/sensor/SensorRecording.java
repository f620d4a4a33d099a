// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.sensor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.TextFile;
import org.thingspire.problem.UserException;

/**
 * A recording that stands in for a sensor: CSV text with the header {@code seconds,value}, then one sample per line, the
 * time strictly increasing. Empty lines are skipped.
 *
 * @param file where it was read from
 * @param samples in the order of time; at least one
 */
public record SensorRecording(Path file, List<Sample> samples) {

    private static final String HEADER = "seconds,value";

    public SensorRecording {
        samples = List.copyOf(samples);
    }

    /** @throws UserException with a problem for each broken line, or for the whole file if there is none or it has no sample */
    public static SensorRecording read(Path file) {
        List<String> lines = TextFile.read(file).lines().toList();
        if (lines.isEmpty() || !HEADER.equals(lines.get(0).replace(" ", ""))) {
            throw new UserException(Problem.error(file, new Position(1, 1), "", "first line of the recording is not \"" + HEADER + "\"",
                    "Write \"" + HEADER + "\" there, then one sample per line such as \"0.5,21.3\"."));
        }
        return new Reading(file).samplesFrom(lines);
    }

    /** Reads line by line and goes on after a broken one, so that the user sees all of them at once. */
    private static final class Reading {

        private final Path file;
        private final List<Sample> samples = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private double latest = Double.NEGATIVE_INFINITY;

        Reading(Path file) {
            this.file = file;
        }

        SensorRecording samplesFrom(List<String> lines) {
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    add(i + 1, lines.get(i));
                }
            }
            if (samples.isEmpty() && problems.isEmpty()) {
                problems.add(Problem.error(file, "recording holds no sample", "Add at least one line such as \"0,21.3\"."));
            }
            UserException.throwIfErrors(problems);
            return new SensorRecording(file, samples);
        }

        private void add(int line, String text) {
            String[] fields = text.split(",", -1);
            if (fields.length != 2) {
                problem(line, "line has " + fields.length + " fields instead of 2: \"" + text + "\"",
                        "Write seconds, a comma and the value.");
                return;
            }
            double seconds = number(fields[0]);
            double value = number(fields[1]);
            if (Double.isNaN(seconds) || Double.isNaN(value)) {
                problem(line, "\"" + (Double.isNaN(seconds) ? fields[0] : fields[1]).strip() + "\" is not a number",
                        "Write a decimal number such as 21.3.");
            } else if (seconds < 0) {
                problem(line, "time is negative: " + fields[0].strip(), "Count seconds from the start of the recording.");
            } else if (seconds <= latest) {
                problem(line, "time does not increase: " + fields[0].strip() + " comes after " + latest, "Sort the samples by time.");
            } else {
                latest = seconds;
                samples.add(new Sample(seconds, value));
            }
        }

        private void problem(int line, String message, String remedy) {
            problems.add(Problem.error(file, new Position(line, 1), "", message, remedy));
        }

        /** NaN for everything that is not a finite decimal number: no sensor measures such a value. */
        private static double number(String field) {
            try {
                double number = Double.parseDouble(field.strip());
                return Double.isFinite(number) ? number : Double.NaN;
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }
}
