// SPDX-License-Identifier: EPL-2.0
/**
 * Recordings that stand in for sensors.
 */
package org.thingspire.topology.sensor;
