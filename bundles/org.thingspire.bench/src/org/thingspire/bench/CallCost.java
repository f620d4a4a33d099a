// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What a call across the border of a module costs.
 *
 * @param direction for people
 * @param plain     instructions of a call between two C files, the loop around it included
 * @param wasm      the same where one of the two is WebAssembly
 */
public record CallCost(String direction, double plain, double wasm) {

    /** As in {@code bench/driver/calls.h}. */
    private static final int CALLS = 100;

    /** Instructions that the border adds to a call. */
    public double added() {
        return wasm - plain;
    }

    static List<CallCost> measure(SubjectCompiler compiler, Meter meter, Path source, Function<Variant, Path> folders)
            throws InterruptedException {
        List<Double> plain = costs(compiler, meter, source, Variant.NATIVE_O3, folders);
        List<Double> wasm = costs(compiler, meter, source, Variant.WASM_O3, folders);
        return List.of(new CallCost("host to wasm", plain.getFirst() / CALLS, wasm.getFirst() / CALLS),
                new CallCost("wasm to host", plain.getLast() / CALLS, wasm.getLast() / CALLS));
    }

    private static List<Double> costs(SubjectCompiler compiler, Meter meter, Path source, Variant variant,
            Function<Variant, Path> folders) throws InterruptedException {
        Kernel kernel = new Kernel("calls", "calls", List.of(source), List.of());
        Path folder = folders.apply(variant);
        List<Path> objects = compiler.compile(kernel, variant, folder);
        return meter.run(kernel, meter.link(kernel, objects, variant.isThroughWasm(), folder)).costs();
    }
}
