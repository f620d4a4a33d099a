// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.util.OptionalInt;

import org.thingspire.topology.model.Placement;

/**
 * What a placement says about the linear memory of its module.
 *
 * @param bytes all of it; empty: whole pages
 * @param stack the part of it that code in C has as its stack, in bytes, a multiple of 16; empty: {@link ModuleLinker} chooses
 */
public record MemoryBudget(OptionalInt bytes, OptionalInt stack) {

    /** Of a module that is placed nowhere, or without saying anything. */
    public static final MemoryBudget NONE = new MemoryBudget(OptionalInt.empty(), OptionalInt.empty());

    public static MemoryBudget of(Placement placement) {
        return new MemoryBudget(placement.isSetMemory() ? OptionalInt.of(placement.getMemory()) : OptionalInt.empty(),
                placement.isSetStack() ? OptionalInt.of(placement.getStack()) : OptionalInt.empty());
    }
}
