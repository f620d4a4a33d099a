// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.Optional;

import run.endive.wasm.types.NameCustomSection;

/** What users call the functions of a module: the name section says, and a function without a name is {@code f<index>}. */
public final class FunctionNames {

    private final Optional<NameCustomSection> names;

    private FunctionNames(Optional<NameCustomSection> names) {
        this.names = names;
    }

    static FunctionNames of(byte[] module, SectionMap map) {
        return new FunctionNames(CustomSections.find(module, map, "name").flatMap(FunctionNames::parse));
    }

    /** A name section that cannot be read counts as absent (specification: Appendix, Custom Sections). */
    private static Optional<NameCustomSection> parse(byte[] section) {
        try {
            return Optional.of(NameCustomSection.parse(section));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    public String of(int function) {
        return names.map(section -> section.nameOfFunction(function)).filter(name -> !name.isEmpty()).orElse("f" + function);
    }
}
