// SPDX-License-Identifier: EPL-2.0
/**
 * Runs the official WebAssembly test suite on a board: its scripts become one program each.
 */
package org.thingspire.spec;
