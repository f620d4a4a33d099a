// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

/**
 * What one owner has, in bytes.
 *
 * @param code machine code that runs in flash (for a process, that is loaded from the file)
 * @param constants read-only data
 * @param initial flash that holds what RAM starts with
 * @param data RAM that starts with those values
 * @param zeroed RAM that starts as zeros or as it is, stacks among it
 * @param memory RAM that is a module's linear memory
 */
public record SizeRow(Owner owner, long code, long constants, long initial, long data, long zeroed, long memory) {

    public long flash() {
        return code + constants + initial;
    }

    public long ram() {
        return data + zeroed + memory;
    }

    /** The sum under this row's owner. */
    SizeRow plus(SizeRow other) {
        return new SizeRow(owner, code + other.code, constants + other.constants, initial + other.initial, data + other.data,
                zeroed + other.zeroed, memory + other.memory);
    }

    boolean isEmpty() {
        return flash() == 0 && ram() == 0;
    }
}
