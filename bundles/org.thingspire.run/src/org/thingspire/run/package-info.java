// SPDX-License-Identifier: EPL-2.0
/**
 * Runs the images of an application together: nodes in QEMU and on this machine, their cables, sensors, consoles and traps.
 */
package org.thingspire.run;
