// SPDX-License-Identifier: EPL-2.0
/**
 * Breakpoints in editors, and sources that the debugger opens.
 */
package org.thingspire.ui.debug;
