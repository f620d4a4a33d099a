// SPDX-License-Identifier: EPL-2.0
/**
 * Breakpoints of the workbench, ours and Eclipse CDT's, and what becomes of them in a running node.
 */
package org.thingspire.ide.debug.breakpoint;
