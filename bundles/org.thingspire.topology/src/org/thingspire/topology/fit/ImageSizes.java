// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.util.Map;
import java.util.Objects;

/**
 * What a linked image takes, in bytes, divided by what can move: modules and the stacks of their tasks.
 *
 * @param board what it was linked for
 * @param total all of it
 * @param modules by name; RAM without linear memory, which is the placement's to say
 * @param stacks RAM by name: of tasks, and of the runtime's own threads
 * @param memories linear memories of all modules together
 */
public record ImageSizes(String board, Bytes total, Map<String, Bytes> modules, Map<String, Long> stacks, long memories) {

    /** Sizes in the two kinds of memory. */
    public record Bytes(long flash, long ram) {

        static final Bytes NONE = new Bytes(0, 0);

        Bytes plus(Bytes other) {
            return new Bytes(flash + other.flash, ram + other.ram);
        }

        Bytes minus(Bytes other) {
            return new Bytes(flash - other.flash, ram - other.ram);
        }
    }

    public ImageSizes {
        Objects.requireNonNull(board);
        Objects.requireNonNull(total);
        modules = Map.copyOf(modules);
        stacks = Map.copyOf(stacks);
    }

    /** What stays when all modules go: runtime, wiring, libraries, stacks that are no task's. */
    Bytes base(Map<String, ?> tasks) {
        long taskStacks = stacks.entrySet().stream().filter(stack -> tasks.containsKey(stack.getKey())).mapToLong(Map.Entry::getValue).sum();
        return modules.values().stream().reduce(total, Bytes::minus).minus(new Bytes(0, taskStacks + memories));
    }
}
