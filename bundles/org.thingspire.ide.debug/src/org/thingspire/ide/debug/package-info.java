// SPDX-License-Identifier: EPL-2.0
/**
 * Debugging in the workbench, as the Platform's Debug view shows it. The protocol and GDB are the core's business.
 */
package org.thingspire.ide.debug;
