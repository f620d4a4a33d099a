// SPDX-License-Identifier: EPL-2.0
/**
 * Debug information of modules: which instruction stands on which line of which source (DWARF 5). Reads only; what objects
 * carry is written in {@code translate.module}.
 */
package org.thingspire.aot.dwarf;
