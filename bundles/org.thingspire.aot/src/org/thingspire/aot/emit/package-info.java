// SPDX-License-Identifier: EPL-2.0
/**
 * From intermediate code to an object file: processors, options of the code generator, probes of the stack.
 */
package org.thingspire.aot.emit;
