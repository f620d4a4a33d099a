// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.thingspire.wit.resolve.PackageTable.Member;
import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.UsePath;

/** The types of each interface by their names. */
final class InterfaceScopes {

    private final PackageTable packages;
    private final Map<String, TypeScope> scopes = new LinkedHashMap<>();

    InterfaceScopes(PackageTable packages) {
        this.packages = packages;
        packages.interfaces().forEach(member -> scopes.put(member.id(), TypeScope.of(member.id(),
                "interface \"" + member.name().text() + "\"", member.part(), member.declaration().items())));
    }

    TypeScope of(Member<Declaration.Interface> member) {
        return scopes.get(member.id());
    }

    /** The types of the interface that a path means; if there is none, that is reported. */
    Optional<TypeScope> of(PackagePart from, UsePath path) {
        return packages.findInterface(from, path).map(this::of);
    }
}
