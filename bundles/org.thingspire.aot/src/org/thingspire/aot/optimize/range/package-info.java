// SPDX-License-Identifier: EPL-2.0
/**
 * Which numbers a value can be, at which place, by the comparisons that lead there.
 */
package org.thingspire.aot.optimize.range;
