// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.interfaces;

import java.util.Optional;

import org.thingspire.problem.Suggestion;
import org.thingspire.wit.InterfaceCatalog;

/**
 * An interface that the project's WIT files should declare, because they have its package, but don't. That is a warning, so that a
 * module can be tried before its interface is written down: whether the two ends of a wire fit is checked in any case.
 */
final class Undeclared {

    private final InterfaceCatalog declared;

    Undeclared(InterfaceCatalog declared) {
        this.declared = declared;
    }

    boolean is(String interfaceName) {
        return declared.hasPackageOf(interfaceName) && declared.find(interfaceName).isEmpty();
    }

    /** What to do, in whole sentences. */
    String remedy(String interfaceName) {
        Optional<String> meant = Suggestion.nearest(interfaceName, declared.ids());
        return meant.map(name -> "Did you mean \"" + name + "\"? Otherwise declare it").orElse("Declare it") + " in a WIT file.";
    }
}
