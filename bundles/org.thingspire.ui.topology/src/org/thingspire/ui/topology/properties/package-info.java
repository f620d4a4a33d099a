// SPDX-License-Identifier: EPL-2.0
/** The Properties view of what is selected in the diagram. */
package org.thingspire.ui.topology.properties;
