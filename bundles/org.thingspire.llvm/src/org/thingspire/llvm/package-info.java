// SPDX-License-Identifier: EPL-2.0
/**
 * LLVM as it comes with ThingSpire: where its programs and libraries are, and the environment in which programs run.
 */
package org.thingspire.llvm;
