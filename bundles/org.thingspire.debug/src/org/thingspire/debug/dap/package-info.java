// SPDX-License-Identifier: EPL-2.0
/**
 * Debugging a node from a program and not from a terminal: GDB behind Eclipse CDT's debug adapter, which is spoken to in the Debug
 * Adapter Protocol. {@link org.thingspire.debug.dap.NodeDebugSession} is all that callers need; the protocol's own types stay inside.
 */
package org.thingspire.debug.dap;
