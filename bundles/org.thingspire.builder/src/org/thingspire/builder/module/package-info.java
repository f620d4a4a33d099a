// SPDX-License-Identifier: EPL-2.0
/**
 * One module: from C or WebAssembly text to {@code .wasm}, and from there to an object for the board it is placed on.
 */
package org.thingspire.builder.module;
