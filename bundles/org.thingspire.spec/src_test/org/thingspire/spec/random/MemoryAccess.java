// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

/** How many bytes loads and stores touch. */
final class MemoryAccess {

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
}
