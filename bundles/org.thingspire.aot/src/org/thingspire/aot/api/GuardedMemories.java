// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Where the linear memories of an image are if its processor has addresses in plenty ({@link CodeTarget#guardsMemory()}). Each has 8 GiB to
 * itself, more than any access can reach: an index of 32 bits, an offset of as many, and the bytes of the access. The runtime reserves
 * them and lets what is beyond the memory's size fault.
 */
public final class GuardedMemories {

    /** Far from where Linux puts programs, libraries and stacks (47 bits of addresses, from both ends). */
    private static final long FIRST = 0x1000_0000_0000L;
    /** More than is reserved, in bytes: from 4 GiB below a memory's start to 12 GiB above there is nothing else. */
    private static final long DISTANCE = 1L << 34;

    private GuardedMemories() {
    }

    /**
     * A script for the linker, to be given to it like an object. It defines {@link SymbolNames#memory()} of those placements of an image
     * whose objects leave that to it.
     */
    public static String linkerScript(Collection<String> placements) {
        long[] next = {FIRST};
        return placements.stream().sorted().map(placement -> {
            long address = next[0];
            next[0] += DISTANCE;
            return "PROVIDE(\"%s\" = 0x%x);%n".formatted(new SymbolNames(placement).memory(), address);
        }).collect(Collectors.joining());
    }
}
