// SPDX-License-Identifier: EPL-2.0
/**
 * What goes into the compiler and what comes out: targets, options, objects, what modules show to others, the names of symbols, and
 * the ways to fail. Values only; nothing here reads, translates or knows LLVM.
 */
package org.thingspire.aot.api;
