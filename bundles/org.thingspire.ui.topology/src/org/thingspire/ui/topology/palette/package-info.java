// SPDX-License-Identifier: EPL-2.0
/** What can be put into a diagram. */
package org.thingspire.ui.topology.palette;
