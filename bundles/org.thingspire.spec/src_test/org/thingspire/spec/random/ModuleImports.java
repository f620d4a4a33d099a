// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;

/**
 * What a random module imports besides its function: whoever runs it makes that anew, with memory full of zeros and a table of nulls.
 *
 * @param memoryPages    how far the imported memory of one page can grow; 0 if the module has its own
 * @param tableElements  how far the imported table of {@link ModuleShape#SLOTS} elements can grow; 0 if the module has its own
 * @param globals        what the first globals begin with
 */
record ModuleImports(int memoryPages, int tableElements, List<Global> globals) {

    static final ModuleImports NONE = new ModuleImports(0, 0, List.of());
    static final String MEMORY = "memory";
    static final String TABLE = "table";

    /** @param bits those of 32-bit types in the lower half; a reference is null */
    record Global(Type type, long bits) {
    }

    static String global(int number) {
        return "global" + number;
    }
}
