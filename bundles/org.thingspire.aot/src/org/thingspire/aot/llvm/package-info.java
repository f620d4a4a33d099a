// SPDX-License-Identifier: EPL-2.0
/**
 * The binding to LLVM: contexts, modules and builders of intermediate code, with types in place of pointers where that costs
 * nothing. Knows neither WebAssembly nor what is done with the code.
 */
package org.thingspire.aot.llvm;
