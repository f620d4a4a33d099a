// SPDX-License-Identifier: EPL-2.0
/**
 * Runs applications as the Platform's launches and processes.
 */
package org.thingspire.ide.launch;
