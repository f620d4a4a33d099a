// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import java.util.List;
import java.util.Optional;

import org.thingspire.wit.model.Interface;

/** All interfaces that a project's WIT files declare; empty if it has none. */
public record InterfaceCatalog(List<Interface> interfaces) {

    public InterfaceCatalog {
        interfaces = List.copyOf(interfaces);
    }

    /** @param id its full name, such as {@code house:climate/probe} */
    public Optional<Interface> find(String id) {
        return interfaces.stream().filter(any -> any.id().equals(id)).findFirst();
    }

    /**
     * Whether the project's WIT files have the package of an interface: then they have all of its interfaces. What other
     * packages have, nobody knows.
     *
     * @param id an interface's full name, or anything else that a module gives as the origin of an import
     */
    public boolean hasPackageOf(String id) {
        int slash = id.indexOf('/');
        return slash > 0 && interfaces.stream().anyMatch(any -> any.packageId().equals(id.substring(0, slash)));
    }

    public List<String> ids() {
        return interfaces.stream().map(Interface::id).toList();
    }
}
