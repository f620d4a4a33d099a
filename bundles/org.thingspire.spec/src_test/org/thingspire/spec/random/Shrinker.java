// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.Arrays;
import java.util.function.Predicate;

/** Looks for the shortest and then the smallest numbers that still show something. */
final class Shrinker {

    private static final int MAX_TOGETHER = 8;

    private final Predicate<Choices> shows;
    private int attempts;

    /**
     * @param shows    whether these choices make what is looked for happen
     * @param attempts how often it may be asked, which is what shrinking costs
     */
    Shrinker(Predicate<Choices> shows, int attempts) {
        this.shows = shows;
        this.attempts = attempts;
    }

    Choices shrink(Choices choices) {
        int[] numbers = choices.numbers();
        for (int before = Integer.MAX_VALUE; attempts > 0 && weight(numbers) < before;) {
            before = weight(numbers);
            numbers = zero(remove(numbers));
        }
        return Choices.of(numbers);
    }

    private static int weight(int[] numbers) {
        return numbers.length + (int) Arrays.stream(numbers).filter(number -> number != 0).count();
    }

    private int[] remove(int[] all) {
        int[] numbers = all;
        for (int chunk = Integer.highestOneBit(Math.max(1, numbers.length)); chunk > 0; chunk /= 2) {
            // Few of them may belong together wherever they begin.
            int step = chunk > MAX_TOGETHER ? chunk : 1;
            for (int start = numbers.length - chunk; start >= 0; start = Math.min(start - step, numbers.length - chunk)) {
                int[] shorter = new int[numbers.length - chunk];
                System.arraycopy(numbers, 0, shorter, 0, start);
                System.arraycopy(numbers, start + chunk, shorter, start, shorter.length - start);
                numbers = better(shorter, numbers);
            }
        }
        return numbers;
    }

    private int[] zero(int[] all) {
        int[] numbers = all;
        for (int chunk = Integer.highestOneBit(Math.max(1, numbers.length)); chunk > 0; chunk /= 2) {
            for (int start = 0; start < numbers.length; start += chunk) {
                int[] simpler = numbers.clone();
                Arrays.fill(simpler, start, Math.min(start + chunk, simpler.length), 0);
                numbers = Arrays.equals(simpler, numbers) ? numbers : better(simpler, numbers);
            }
        }
        return numbers;
    }

    private int[] better(int[] candidate, int[] otherwise) {
        return attempts-- > 0 && shows.test(Choices.of(candidate)) ? candidate : otherwise;
    }
}
