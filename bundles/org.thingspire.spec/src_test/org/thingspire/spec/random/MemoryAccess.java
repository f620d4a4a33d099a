// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

/** How many bytes loads and stores touch. */
final class MemoryAccess {

    private static final int[] I32_LOADS = {0x28, 0x2c, 0x2d, 0x2e, 0x2f};
    private static final int[] I64_LOADS = {0x29, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35};
    private static final int[] I32_STORES = {0x36, 0x3a, 0x3b};
    private static final int[] I64_STORES = {0x37, 0x3c, 0x3d, 0x3e};

    private MemoryAccess() {
    }

    /** The binary logarithm of the number of bytes, by the opcode: 0x28 ({@code i32.load}) to 0x3e ({@code i64.store32}). */
    static int bytesLog2(int opcode) {
        return switch (opcode) {
            case 0x2c, 0x2d, 0x30, 0x31, 0x3a, 0x3c -> 0;
            case 0x2e, 0x2f, 0x32, 0x33, 0x3b, 0x3d -> 1;
            case 0x28, 0x2a, 0x34, 0x35, 0x36, 0x38, 0x3e -> 2;
            case 0x29, 0x2b, 0x37, 0x39 -> 3;
            default -> throw new IllegalArgumentException("0x%x is no load or store".formatted(opcode));
        };
    }

    /** Of all the type's bytes. */
    static int wholeLoad(Type type) {
        return switch (type) {
            case I32 -> I32_LOADS[0];
            case I64 -> I64_LOADS[0];
            case F32 -> 0x2a;
            case F64 -> 0x2b;
            case FUNCREF -> throw new IllegalArgumentException("references are not stored in memory");
        };
    }

    static int anyLoad(Choices choices, Type type) {
        return switch (type) {
            case I32 -> I32_LOADS[choices.below(I32_LOADS.length)];
            case I64 -> I64_LOADS[choices.below(I64_LOADS.length)];
            default -> wholeLoad(type);
        };
    }

    static int anyStore(Choices choices, Type type) {
        return switch (type) {
            case I32 -> I32_STORES[choices.below(I32_STORES.length)];
            case I64 -> I64_STORES[choices.below(I64_STORES.length)];
            case F32 -> 0x38;
            case F64 -> 0x39;
            case FUNCREF -> throw new IllegalArgumentException("references are not stored in memory");
        };
    }
}
