// SPDX-License-Identifier: EPL-2.0
/**
 * A model's elements in a text that people write: where each stands, and how the text changes when the model does. Knows XML and
 * EMF, and nothing of what a topology is; {@link org.thingspire.topology.TopologyText} does.
 */
package org.thingspire.topology.text;
