// SPDX-License-Identifier: EPL-2.0
/**
 * Reads modules: decodes and validates them, finds what they show to others, and refuses what is too large. Knows WebAssembly
 * and no LLVM.
 */
package org.thingspire.aot.module;
