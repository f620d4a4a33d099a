// SPDX-License-Identifier: EPL-2.0
/**
 * A function being translated: its stacks of values and blocks, and the table of translations that instructions are looked up
 * in.
 */
package org.thingspire.aot.translate.function;
