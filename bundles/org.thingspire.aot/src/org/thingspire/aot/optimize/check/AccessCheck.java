// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.check;

import java.util.Optional;

import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;

/** A branch that goes on if {@code base + offset <= limit}, unsigned modulo 2^32, and else traps. */
record AccessCheck(Block block, Node index, Node base, int offset, Limit limit, Block good) {

    /** Sums of such offsets and limits do not overflow. */
    private static final long LARGE_OFFSET = 1 << 28;
    private static final long LARGE_LIMIT = 1 << 30;

    boolean trapsIfTrue() {
        return good == block.successors.get(1);
    }

    /** One in the place of the first that fails if either would; empty if there is none. */
    static Optional<AccessCheck> both(AccessCheck first, AccessCheck second) {
        if (first.base != second.base || first.limit.size() != second.limit.size() || !first.isSmall() || !second.isSmall()) {
            return Optional.empty();
        }
        int offset = Math.min(first.offset, second.offset);
        Limit ofFirst = first.limit.plus(offset - first.offset);
        Limit ofSecond = second.limit.plus(offset - second.offset);
        Limit limit = ofFirst.added() < ofSecond.added() ? ofFirst : ofSecond;
        return limit.least() < 0 ? Optional.empty()
                : Optional.of(new AccessCheck(first.block, first.index, first.base, offset, limit, first.good));
    }

    /** Whether it can be joined with others. */
    boolean isSmall() {
        return Math.abs((long) offset) < LARGE_OFFSET && limit.most() < LARGE_LIMIT;
    }
}
