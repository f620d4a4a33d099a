// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/**
 * A relocatable ELF object with one placement in it. {@link SymbolNames} tells what it defines and what it needs.
 *
 * <p>Besides the module's imports it may need, from the C library and the compiler's runtime library: {@code memcpy},
 * {@code memmove}, {@code memset} (on ARM under their names {@code __aeabi_mem*} too), {@code floor}, {@code ceil},
 * {@code trunc}, {@code rint}, {@code sqrt} and their {@code f} variants, and the processor's software arithmetic
 * ({@code __aeabi_*}).
 *
 * @param object          the bytes of the object file; not copied, don't change them
 * @param hasMemory       whether the module has a linear memory, so that its symbols exist
 * @param initialMemory   bytes of linear memory that can be accessed after initialization
 * @param reservedMemory  bytes of RAM that the linear memory takes; more than {@code initialMemory} if it can grow
 */
public record CompiledObject(byte[] object, boolean hasMemory, long initialMemory, long reservedMemory) {
}
