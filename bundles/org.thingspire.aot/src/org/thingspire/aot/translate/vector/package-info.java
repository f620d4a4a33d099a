// SPDX-License-Identifier: EPL-2.0
/**
 * One class for each family of instructions on vectors (v128).
 */
package org.thingspire.aot.translate.vector;
