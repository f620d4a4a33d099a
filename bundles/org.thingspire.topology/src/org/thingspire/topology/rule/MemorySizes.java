// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.rule;

/** Which sizes the linear memory of a module and the stack in it may have, in bytes. */
public final class MemorySizes {

    /** A page of WebAssembly; without a budget a module gets whole ones. */
    public static final long PAGE = 65_536;

    /** A budget is a multiple of this, so that the memory ends where its largest values do. */
    public static final int BUDGET_GRANULE = 8;

    /** What the C ABI of WebAssembly keeps its stack pointer aligned to; a stack is a multiple of it. */
    public static final int STACK_ALIGNMENT = 16;

    private MemorySizes() {
    }

    public static boolean canBeBudget(int bytes) {
        return bytes > 0 && bytes % BUDGET_GRANULE == 0;
    }

    public static boolean canBeStack(int bytes) {
        return bytes > 0 && bytes % STACK_ALIGNMENT == 0;
    }

    /** The smallest budget with room for so many bytes. */
    public static long smallestBudget(long bytes) {
        return (bytes + BUDGET_GRANULE - 1) & -BUDGET_GRANULE;
    }

    /** The largest stack in so many bytes. */
    public static int largestStack(int bytes) {
        return bytes & -STACK_ALIGNMENT;
    }
}
