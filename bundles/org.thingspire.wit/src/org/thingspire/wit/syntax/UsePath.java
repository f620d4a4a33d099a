// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.Optional;

/**
 * The name of an interface or a world: {@code probe}, or {@code house:climate/probe@1.0.0}.
 *
 * @param packageName empty: the own package, or what a {@code use} of the file brought in
 */
public record UsePath(Optional<PackageName> packageName, Name name) {

    @Override
    public String toString() {
        return packageName.map(of -> of.member(name.text())).orElse(name.text());
    }
}
