// SPDX-License-Identifier: EPL-2.0
/**
 * From a module to intermediate code: the order of all, and what is refused. The parts are in the rooms below, which use only
 * rooms before them: {@code type}, {@code module}, {@code memory} and {@code table}, {@code function}, {@code instruction},
 * {@code vector}.
 */
package org.thingspire.aot.translate;
