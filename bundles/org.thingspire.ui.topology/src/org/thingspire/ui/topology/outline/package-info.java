// SPDX-License-Identifier: EPL-2.0
/** The Outline view of a topology. */
package org.thingspire.ui.topology.outline;
