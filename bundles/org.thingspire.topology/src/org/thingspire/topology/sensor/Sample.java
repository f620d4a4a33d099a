// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.sensor;

/**
 * One measurement of a recording.
 *
 * @param seconds when it was measured, counted from the start of the recording; 0 or more
 * @param value what was measured, in the unit of the sensor
 */
public record Sample(double seconds, double value) {
}
