// SPDX-License-Identifier: EPL-2.0
/** Boards in QEMU: its command line, and the protocol (QMP) by which it is controlled. */
package org.thingspire.run.qemu;
