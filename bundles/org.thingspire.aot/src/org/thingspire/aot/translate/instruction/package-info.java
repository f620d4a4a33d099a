// SPDX-License-Identifier: EPL-2.0
/**
 * One class for each family of instructions on numbers, memory, tables and control.
 */
package org.thingspire.aot.translate.instruction;
