// SPDX-License-Identifier: EPL-2.0
/** What the diagram looks like. Figures know nothing of the model. */
package org.thingspire.ui.topology.figures;
