// SPDX-License-Identifier: EPL-2.0
/**
 * The diagram's editor: what holds document, diagram, palette and outline together. Each of these has a room below.
 */
package org.thingspire.ui.topology;
