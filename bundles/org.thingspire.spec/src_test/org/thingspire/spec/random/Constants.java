// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

/** Numbers at which something happens: limits, signs, roundings, and now and then any number at all. */
final class Constants {

    private static final int[] I32 = {0, 1, -1, 2, 7, 8, 31, 32, 33, 100, 255, 256, 65_535, 65_536, 131_072, Integer.MAX_VALUE,
            Integer.MIN_VALUE, 0x55555555, -128, 0x8000, 0xfff0, 0xfffc, 0xffff, 0x1_0000, 0x1_fffc};
    private static final long[] I64 = {0, 1, -1, 2, 10, 63, 64, 65, 0xffff_ffffL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE,
            Integer.MIN_VALUE, 0x8000_0000L, 0x0123_4567_89ab_cdefL};
    private static final float[] F32 = {0, 1, -1, -0f, 0.5f, -0.5f, 1.5f, 2.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, 0x1p31f, -0x1p31f, 0x1p32f, 0x1p63f, -0x1p63f, 0x1p64f, 0x1.fffffep30f, 1e-10f};
    private static final double[] F64 = {0, 1, -1, -0d, 0.5, -0.5, 1.5, 2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 0x1p31, -0x1p31, 2147483647.5, 4294967295.5, 0x1p63, -0x1p63, 0x1p64,
            0x1.fffffffffffffp62, 1e300, 0x1.fffffefp127};
    private static final int ANYTHING = 4;

    private Constants() {
    }

    /** A number's bits; those of a 32-bit type in the lower half. */
    static long any(Choices choices, Type type) {
        boolean anything = choices.oneIn(ANYTHING);
        return switch (type) {
            case I32 -> Integer.toUnsignedLong(anything ? choices.bits() : I32[choices.below(I32.length)]);
            case I64 -> anything ? choices.wideBits() : I64[choices.below(I64.length)];
            case F32 -> Integer.toUnsignedLong(Float.floatToIntBits(anything ? Float.intBitsToFloat(choices.bits())
                    : F32[choices.below(F32.length)]));
            case FUNCREF -> throw new IllegalArgumentException("a reference has no bits");
            case F64 -> Double.doubleToLongBits(anything ? Double.longBitsToDouble(choices.wideBits()) : F64[choices.below(F64.length)]);
        };
    }

    static void write(Code code, Type type, long bits) {
        switch (type) {
            case I32 -> code.bytes(0x41).signed((int) bits);
            case I64 -> code.bytes(0x42).signed(bits);
            case F32 -> code.bytes(0x43).littleEndian(bits, Float.BYTES);
            case F64 -> code.bytes(0x44).littleEndian(bits, Double.BYTES);
            case FUNCREF -> throw new IllegalArgumentException("a reference has no bits");
        }
    }
}
