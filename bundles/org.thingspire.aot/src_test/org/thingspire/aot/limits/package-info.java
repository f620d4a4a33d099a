// SPDX-License-Identifier: EPL-2.0
/**
 * Tests of what is refused or left as it is: modules that are invalid, unsupported, or too large for the decoder or the optimizer; and
 * how the compiler's time grows. What is compiled is tested in the other rooms.
 */
package org.thingspire.aot.limits;
