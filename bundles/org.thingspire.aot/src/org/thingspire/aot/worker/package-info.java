// SPDX-License-Identifier: EPL-2.0
/**
 * The other side of {@link org.thingspire.aot.worker.ForkedCompiler}: processes in which LLVM may crash without harm. {@code Worker} is
 * such a process's program, {@code WorkerProcess} the process as its parent sees it; they exchange {@code Request} and
 * {@code Reply} over the worker's standard input and output.
 */
package org.thingspire.aot.worker;
