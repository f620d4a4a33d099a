// SPDX-License-Identifier: EPL-2.0
/**
 * Tests of linear memory: how much there is, and that each access is checked where it can fail, by a comparison or by its own fault. What
 * modules are refused for is in {@code limits}.
 */
package org.thingspire.aot.memory;
