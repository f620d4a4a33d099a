// SPDX-License-Identifier: EPL-2.0
/**
 * What is done to intermediate code before it is emitted, and in which order: LLVM's passes, and this compiler's own in the
 * rooms below.
 */
package org.thingspire.aot.optimize;
