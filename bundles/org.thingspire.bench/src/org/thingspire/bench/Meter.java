// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.problem.UserException;

/** Where subjects run and are measured: an emulated board that counts instructions, or this machine and its clock. */
interface Meter {

    /** What {@link Run#costs} counts: {@code instructions} or {@code ns}. */
    String unit();

    /**
     * How often to run an image. Instructions are the same each time; of times the median is taken, and the images of a kernel
     * take turns so that whatever else the machine does falls on all of them.
     */
    int rounds();

    /**
     * Links a kernel's objects to an image that measures them.
     *
     * @param throughWasm whether the object comes from the translator of WebAssembly
     * @throws UserException if they need what nobody defines
     */
    Path link(Kernel kernel, List<Path> objects, boolean throughWasm, Path folder) throws InterruptedException;

    /** @throws UserException if the kernel does not return */
    Run run(Kernel kernel, Path image) throws InterruptedException;

    /**
     * What an image found out.
     *
     * @param result what the kernel returned
     * @param costs  of each measured part, in the machine's unit
     */
    record Run(int result, List<Double> costs) {
    }
}
