// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

/**
 * What the compiler takes for the same kernels twice. Debug information is most of a module's bytes and takes little of the time, so
 * that the two differ much in time per byte.
 *
 * @param bare       code and data only
 * @param debuggable with debug information, as a build of an application has it
 */
public record CompileTimes(CompileTime bare, CompileTime debuggable) {
}
