// SPDX-License-Identifier: EPL-2.0
/**
 * Types and constants: what WebAssembly's are in LLVM and in C.
 */
package org.thingspire.aot.translate.type;
