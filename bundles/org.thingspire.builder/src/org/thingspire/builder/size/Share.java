// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

/**
 * Successive bytes of an output section that one owner has.
 *
 * @param isMemory whether they are a module's linear memory
 */
record Share(Owner owner, boolean isMemory, long address, long size) {

    long end() {
        return address + size;
    }
}
