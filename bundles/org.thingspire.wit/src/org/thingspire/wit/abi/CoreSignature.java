// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import java.util.List;
import java.util.stream.Collectors;

/** A function's type in a module. */
public record CoreSignature(List<CoreType> parameters, List<CoreType> results) {

    public CoreSignature {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** {@code (i32, f32) -> i32} */
    @Override
    public String toString() {
        String from = parameters.stream().map(CoreType::toString).collect(Collectors.joining(", ", "(", ")"));
        return results.isEmpty() ? from : from + " -> " + results.stream().map(CoreType::toString).collect(Collectors.joining(", "));
    }
}
