// SPDX-License-Identifier: EPL-2.0
/** Compares code that went through WebAssembly with code that clang made directly: instructions or time, and bytes. */
package org.thingspire.bench;
