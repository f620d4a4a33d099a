// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.Optional;

import run.endive.wasm.types.NameCustomSection;

/** What a module's source calls things: the name section says, and a function without a name is {@code f<index>}. */
public final class DebugNames {

    private final Optional<NameCustomSection> names;

    private DebugNames(Optional<NameCustomSection> names) {
        this.names = names;
    }

    static DebugNames of(byte[] module, SectionMap map) {
        return new DebugNames(CustomSections.find(module, map, "name").flatMap(DebugNames::parse));
    }

    /** A name section that cannot be read counts as absent (specification: Appendix, Custom Sections). */
    private static Optional<NameCustomSection> parse(byte[] section) {
        try {
            return Optional.of(NameCustomSection.parse(section));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    public String ofFunction(int function) {
        return names.map(section -> section.nameOfFunction(function)).filter(name -> !name.isEmpty()).orElse("f" + function);
    }

    /** Empty if the section has none for it. */
    Optional<String> ofGlobal(int global) {
        return names.map(section -> section.nameOfGlobal(global)).filter(name -> !name.isEmpty());
    }
}
