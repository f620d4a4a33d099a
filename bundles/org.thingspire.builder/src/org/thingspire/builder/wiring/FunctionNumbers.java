// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.Collection;
import java.util.List;

import org.thingspire.builder.step.Fingerprint;

/**
 * Numbers the functions that modules call in each other. They depend on the topology's wires alone and not on placement,
 * so a module can move and only the images that hold or lose it change their code.
 *
 * @param exports sorted; a function's number is its index
 */
record FunctionNumbers(List<Export> exports) {

    static FunctionNumbers of(Collection<Export> called) {
        return new FunctionNumbers(called.stream().distinct().sorted().toList());
    }

    int of(Export export) {
        return exports.indexOf(export);
    }

    /** 16 bits over all names and types: images with different numbering can't call each other by mistake. */
    int fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        exports.forEach(export -> fingerprint.add(export.module()).add(export.name()).add(export.signature()));
        return Integer.parseInt(fingerprint.hex().substring(0, 4), 16);
    }
}
