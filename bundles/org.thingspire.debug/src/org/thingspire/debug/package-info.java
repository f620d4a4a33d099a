// SPDX-License-Identifier: EPL-2.0
/**
 * GDB on a node: in the user's terminal here, behind a debug adapter in the room below. What GDB can't know of modules is in
 * {@code thingspire.py}.
 */
package org.thingspire.debug;
