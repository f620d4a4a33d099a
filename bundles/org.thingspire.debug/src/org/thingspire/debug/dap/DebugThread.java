// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

/**
 * A thread of a Linux node, or the processor of a device.
 *
 * @param id GDB's number for it
 */
public record DebugThread(int id, String name) {
}
