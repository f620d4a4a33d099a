// SPDX-License-Identifier: EPL-2.0
/** Edit parts: what joins an element of the topology to its figure. */
package org.thingspire.ui.topology.parts;
