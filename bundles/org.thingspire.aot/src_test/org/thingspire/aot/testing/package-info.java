// SPDX-License-Identifier: EPL-2.0
/**
 * Tools of the compiler's tests: makes modules from sources, compiles, links and runs them on this machine, reads machine code and objects.
 * Tests are in the other rooms.
 */
package org.thingspire.aot.testing;
