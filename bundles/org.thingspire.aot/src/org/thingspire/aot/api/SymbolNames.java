// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import org.thingspire.wasm.CoreSignature;

/**
 * The ELF symbols of a placement's object. The generated wiring spells them in {@code __asm__} labels.
 *
 * <p>Wasm names are UTF-8 and may hold any character. ELF names end at a zero byte, so a NUL in a name becomes
 * {@code U+2400} (the picture of NUL); everything else stays as it is.
 *
 * @param placement the placement's name
 */
public record SymbolNames(String placement) {

    /**
     * The linear memory, zero-initialized, 8-byte aligned. Not there if the module has none; left to the linker and the runtime if
     * {@link GuardedMemories} has it.
     */
    public String memory() {
        return placement + ".memory";
    }

    /** {@code uint32_t}: how many bytes of the memory can be accessed now. */
    public String memorySize() {
        return placement + ".memory.size";
    }

    /** {@code uint32_t}: the global that C uses as its stack pointer, to be put back after a trap. Not there if the module has none. */
    public String stackPointer() {
        return placement + ".stack_pointer";
    }

    /** {@code void(void)}: makes the instance as new; runs the start function. Traps where the specification says so. */
    public String initialize() {
        return placement + ".initialize";
    }

    /**
     * An exported function. If {@link CompileOptions#sharesState()}, also an exported global, which is a variable (a v128 one aligned
     * to 16 bytes), and an exported memory or table, described by a constant {@code struct { void *start; uint32_t *size; uint32_t
     * most; }}: where its bytes or elements begin, how many there are now, and how many there can be. What is exported but was imported
     * has no symbol: whoever wires goes on to its owner.
     */
    public String export(String name) {
        return placement + ".export." + elf(name);
    }

    /**
     * An import, which the object leaves undefined: a function, or for a memory, table or global a constant pointer to what the
     * exporting object has under {@link #export}. So the exporter owns it, and who imports it sees every change. Modules that share
     * state are initialized in the order of their imports.
     */
    public String imported(String module, String name) {
        return placement + ".import." + elf(module) + "." + elf(name);
    }

    /**
     * A function of the module, local to the object: {@code placement.name}. A name that the contract above uses, or that
     * another function has already, is made unique by the function's index.
     */
    public String function(String name) {
        return placement + "." + elf(name);
    }

    /**
     * The mark of a function type: a weak symbol without content that all objects define alike. Two references have the same type if
     * they point to the same mark.
     */
    public static String type(CoreSignature signature) {
        return "thingspire.type." + CoreSignature.letters(signature.parameters()) + "." + CoreSignature.letters(signature.results());
    }

    /** Whether {@link #function} would give a name that the contract defines. */
    public static boolean isReserved(String functionName) {
        return functionName.equals("memory") || functionName.equals("memory.size") || functionName.equals("stack_pointer")
                || functionName.equals("initialize") || functionName.startsWith("export.") || functionName.startsWith("import.");
    }

    private static String elf(String name) {
        return name.replace('\0', '\u2400');
    }
}
