// SPDX-License-Identifier: EPL-2.0
/**
 * Consoles of nodes: when they come to the front, and links on their traps.
 */
package org.thingspire.ui.console;
