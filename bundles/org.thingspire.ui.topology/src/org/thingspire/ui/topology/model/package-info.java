// SPDX-License-Identifier: EPL-2.0
/** What the editor derives from a topology in order to show it: ports, what fits where, names. Plain classes. */
package org.thingspire.ui.topology.model;
