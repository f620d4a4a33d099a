// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/**
 * A function's type as two strings with one letter for each value: {@code i} = i32, {@code l} = i64, {@code f} = f32,
 * {@code d} = f64, {@code v} = v128, {@code r} = funcref, {@code e} = externref.
 *
 * <p>In C: {@code uint32_t}, {@code uint64_t}, {@code float}, {@code double}; for v128 a struct of two {@code uint64_t}, the less
 * significant one first; for references {@code const void *}, null for the null reference. A v128 argument is a pointer to such a
 * struct. A function with several results, or with a v128, returns nothing; it takes a pointer to a struct of its results as an
 * additional first argument. (C's own rules for vectors and for returning structs differ from target to target.)
 */
public record Signature(String parameters, String results) {

    @Override
    public String toString() {
        return "(" + parameters + ")->(" + results + ")";
    }
}
