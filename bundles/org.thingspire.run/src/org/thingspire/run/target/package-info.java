// SPDX-License-Identifier: EPL-2.0
/** What an application wants of whatever runs a node: an emulator, a process, and once a debug probe. */
package org.thingspire.run.target;
