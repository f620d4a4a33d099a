// SPDX-License-Identifier: EPL-2.0
/**
 * Whether modules fit on a node: memory, links, sensors, outputs. One rule for {@code check}, {@code place} and the diagram; the link of
 * an image has the last word.
 */
package org.thingspire.topology.fit;
