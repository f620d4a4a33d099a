// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.Random;

/**
 * The decisions that make up a random module, one number for each. Where the list ends every further decision is 0, and 0 always
 * stands for the simplest way on: so any list makes a valid module, and a shorter list or smaller numbers a simpler one. That
 * is what makes shrinking a matter of numbers, without knowing anything of WebAssembly.
 */
final class Choices {

    private static final int FEWEST = 60;
    private static final int RANGE = 900;

    private final int[] numbers;
    private int next;

    private Choices(int[] numbers) {
        this.numbers = numbers;
    }

    static Choices of(int... numbers) {
        return new Choices(numbers.clone());
    }

    static Choices random(long seed) {
        Random random = new Random(seed);
        return new Choices(random.ints(FEWEST + random.nextInt(RANGE)).toArray());
    }

    /** The same decisions from the beginning. */
    Choices again() {
        return new Choices(numbers);
    }

    int[] numbers() {
        return numbers.clone();
    }

    /** Whether all that follows is 0. */
    boolean isExhausted() {
        return next >= numbers.length;
    }

    int bits() {
        return isExhausted() ? 0 : numbers[next++];
    }

    long wideBits() {
        return (long) bits() << Integer.SIZE | Integer.toUnsignedLong(bits());
    }

    /** 0 to {@code count - 1}; 0 if the list has ended. */
    int below(int count) {
        return Integer.remainderUnsigned(bits(), count);
    }

    /** True once in that many times; false if the list has ended. */
    boolean oneIn(int count) {
        return below(count) == count - 1;
    }
}
