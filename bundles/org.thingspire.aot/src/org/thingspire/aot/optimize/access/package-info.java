// SPDX-License-Identifier: EPL-2.0
/**
 * Accesses that take the place of a check, where what is past the memory faults; and what keeps LLVM from moving them.
 */
package org.thingspire.aot.optimize.access;
