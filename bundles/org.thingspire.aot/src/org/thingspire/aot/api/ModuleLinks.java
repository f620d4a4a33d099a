// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a module imports and exports, functions, memories, tables and globals: for whoever links modules directly, sharing
 * state. {@link ModuleInterface} is what wiring through gates needs.
 *
 * @param memory the memory that the module owns, exported or not
 */
public record ModuleLinks(List<Import> imports, List<Export> exports, Optional<ExternType.Memory> memory) {

    /** An import. */
    public record Import(String module, String name, ExternType type) {
    }

    /**
     * An export.
     *
     * @param forwarded the import that it hands on; empty if the module owns it
     */
    public record Export(String name, ExternType type, Optional<Import> forwarded) {
    }

    public ModuleLinks {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /**
     * Why the module can't be linked.
     *
     * @param offer what there is for an import
     * @return empty if it can be linked
     */
    public Optional<String> obstacle(Function<Import, Optional<ExternType>> offer) {
        for (Import wanted : imports) {
            Optional<ExternType> offered = offer.apply(wanted);
            if (offered.isEmpty()) {
                return Optional.of("unknown import %s.%s".formatted(wanted.module(), wanted.name()));
            }
            if (!offered.get().matches(wanted.type())) {
                return Optional.of("incompatible import type: %s.%s is %s, not %s"
                        .formatted(wanted.module(), wanted.name(), offered.get(), wanted.type()));
            }
        }
        return Optional.empty();
    }
}
