// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.Optional;

import org.thingspire.wit.parse.Token.Kind;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.PackageName;
import org.thingspire.wit.syntax.UsePath;

/** Names of packages and of what is in them: the rules {@code package-decl} (without the keyword) and {@code use-path}. */
final class PathParser {

    private final TokenStream tokens;

    PathParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** {@code house:climate@1.0.0} */
    PackageName packageName() throws SyntaxError {
        Name namespace = tokens.name("the package's namespace");
        tokens.expect(":");
        Name name = tokens.name("the package's name");
        return new PackageName(namespace.text() + ":" + name.text(), version());
    }

    /** {@code probe}, or {@code house:climate/probe@1.0.0} */
    UsePath usePath(String what) throws SyntaxError {
        Name first = tokens.name(what);
        if (!tokens.accept(":")) {
            return new UsePath(Optional.empty(), first);
        }
        Name packageName = tokens.name("the package's name");
        tokens.expect("/");
        Name name = tokens.name(what);
        return new UsePath(Optional.of(new PackageName(first.text() + ":" + packageName.text(), version())), name);
    }

    private String version() throws SyntaxError {
        if (!tokens.accept("@")) {
            return "";
        }
        if (!tokens.at(Kind.VERSION)) {
            throw tokens.unexpected("a version such as 1.0.0");
        }
        return tokens.advance().text();
    }
}
