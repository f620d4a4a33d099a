// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.thingspire.wasm.CoreSignature;

/**
 * What a module shows to those who wire it: read without validating or compiling its code, and without LLVM.
 *
 * @param imports      the imported functions, in order, without those that are traps
 * @param exports      the exported functions, in order
 * @param memory       the linear memory, whether exported or not; empty if the module has none
 * @param dataEnd      bytes: the end of the last data segment with a constant offset; 0 if there is none
 * @param heapBase     bytes: where the heap begins, that is where stack and data end; known if {@code __heap_base} is exported
 * @param stackPointer bytes: the initial stack pointer; known if {@code __stack_pointer} is exported
 */
public record ModuleInterface(List<Import> imports, List<Export> exports, Optional<Memory> memory, long dataEnd,
        OptionalLong heapBase, OptionalLong stackPointer) {

    /** An imported function. */
    public record Import(String module, String name, CoreSignature signature) {
    }

    /** An exported function. */
    public record Export(String name, CoreSignature signature) {
    }

    /** A memory's size in pages of 65,536 bytes. */
    public record Memory(int initialPages, OptionalInt maximumPages) {
    }

    public ModuleInterface {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }
}
