// SPDX-License-Identifier: EPL-2.0
/** Nodes that are processes of this machine. */
package org.thingspire.run.local;
