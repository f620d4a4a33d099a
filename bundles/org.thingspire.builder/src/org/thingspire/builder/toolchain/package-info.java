// SPDX-License-Identifier: EPL-2.0
/**
 * The programs that make and run images, and how a board's processor is told to each of them: clang, the linker, the libraries of the
 * installed gcc, the emulator. What is compiled and linked, others decide.
 */
package org.thingspire.builder.toolchain;
