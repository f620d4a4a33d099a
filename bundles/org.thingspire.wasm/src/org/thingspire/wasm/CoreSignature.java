// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wasm;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function's type in a module.
 *
 * <p>Between objects it is called by C's rules, with {@code uint32_t}, {@code uint64_t}, {@code float} and {@code double}; a reference is a
 * {@code const void *}, null for the null reference; a v128 argument is a pointer to a struct of two {@code uint64_t}, the less significant
 * one first. A function that {@link #returnsThroughPointer()} returns nothing; it takes a pointer to a struct of its results as an
 * additional first argument. (C's own rules for vectors and for returning structs differ from target to target.)
 */
public record CoreSignature(List<CoreType> parameters, List<CoreType> results) {

    /** Takes nothing and returns nothing. */
    public static final CoreSignature NOTHING = new CoreSignature(List.of(), List.of());

    public CoreSignature {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /**
     * Reads the types' {@linkplain CoreType#letter() letters}.
     *
     * @throws IllegalArgumentException if there is another letter
     */
    public static CoreSignature of(String parameters, String results) {
        return new CoreSignature(types(parameters), types(results));
    }

    private static List<CoreType> types(String letters) {
        return letters.chars().mapToObj(CoreType::of).toList();
    }

    /** The letters of all these types. */
    public static String letters(List<CoreType> types) {
        return types.stream().map(type -> String.valueOf(type.letter())).collect(Collectors.joining());
    }

    /** Whether its results don't fit into a register on every target: several, or a vector. */
    public boolean returnsThroughPointer() {
        return results.size() > 1 || results.contains(CoreType.V128);
    }

    /** Whether it passes nothing but numbers, and returns at most one. */
    public boolean passesNumbersOnly() {
        return results.size() <= 1 && Stream.concat(parameters.stream(), results.stream()).allMatch(CoreType::isNumber);
    }

    /** {@code (i32, f32) -> i32} */
    @Override
    public String toString() {
        String from = "(" + words(parameters) + ")";
        return results.isEmpty() ? from : from + " -> " + words(results);
    }

    private static String words(List<CoreType> types) {
        return types.stream().map(CoreType::toString).collect(Collectors.joining(", "));
    }
}
