// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

/**
 * A function's type as two strings with one letter for each value: {@code i} = i32, {@code l} = i64, {@code f} = f32,
 * {@code d} = f64.
 *
 * <p>In C: {@code uint32_t}, {@code uint64_t}, {@code float}, {@code double}. A function with several results returns
 * nothing; it takes a pointer to a struct of its results as an additional first argument.
 */
public record Signature(String parameters, String results) {

    @Override
    public String toString() {
        return "(" + parameters + ")->(" + results + ")";
    }
}
