// SPDX-License-Identifier: EPL-2.0
/**
 * Addresses of static data, for processors that take a register for each.
 */
package org.thingspire.aot.optimize.address;
