// SPDX-License-Identifier: EPL-2.0
/**
 * What compiler, interfaces and wiring have in common: the types of values that WebAssembly's functions pass. Nothing here reads or makes
 * modules.
 */
package org.thingspire.wasm;
