// SPDX-License-Identifier: EPL-2.0
/**
 * What optimizations read of a function, once and for all: blocks, instructions, ranges of numbers, elements of variables.
 * Changes nothing.
 */
package org.thingspire.aot.optimize.flow;
