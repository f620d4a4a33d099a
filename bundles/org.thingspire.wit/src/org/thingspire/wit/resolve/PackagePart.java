// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.List;
import java.util.Optional;

import org.thingspire.wit.parse.Reporter;
import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.PackageName;
import org.thingspire.wit.syntax.UsePath;

/**
 * What one file says about one package.
 *
 * @param reporter takes what is wrong with the file
 */
public record PackagePart(PackageName packageName, List<Declaration> declarations, Reporter reporter) {

    /** The interface or world that a {@code use} of this file gave a name to. */
    Optional<UsePath> used(String name) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Use use && use.as().text().equals(name)) {
                return Optional.of(use.path());
            }
        }
        return Optional.empty();
    }
}
